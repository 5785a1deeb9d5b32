import { BLOCK_KINDS, type Block } from '@shopbell/engine'

/** Whether a block can be off: its kind's schema says so. */
export function canSwitch({ kind }: Block): boolean {
  const { schema } = BLOCK_KINDS[kind]
  const properties = 'properties' in schema ? schema.properties : null
  return typeof properties === 'object' && properties !== null && 'enabled' in properties
}
