import { kindOf, type FlowDocument } from '@shopbell/engine'
import { questionsOf } from '../commands/questions.ts'
import type { OutlineRow } from '../outline-rows.ts'

/** The port a row leaves from: a block's main one, a part's own; null where a row leads nowhere by its nature. */
export function portOfRow({ blocks }: FlowDocument, { block, kind, key }: OutlineRow): string | null {
  const shape = blocks[block]
  if (!shape) return null
  const ports = kindOf(shape).ports(shape)
  const part = key.slice(block.length + 1)
  return ports.find((port) => (kind === null ? !port.main && port.label === part : port.main))?.at ?? null
}

/** The question a row shows, or undefined. */
export function questionOfRow(document: FlowDocument, { block, kind, key }: OutlineRow) {
  if (kind !== null) return undefined
  const part = key.slice(block.length + 1)
  return questionsOf(document, block).find(({ id }) => id === part)
}
