import { kindOf, type Block } from '@shopbell/engine'

/** Whether a block can be off: its kind's schema says so. */
export function canSwitch(block: Block): boolean {
  const { schema } = kindOf(block)
  const properties = 'properties' in schema ? schema.properties : null
  return typeof properties === 'object' && properties !== null && 'enabled' in properties
}
