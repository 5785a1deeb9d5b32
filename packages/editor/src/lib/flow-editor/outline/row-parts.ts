import type { FlowDocument } from '@shopbell/engine'
import { questionsOf } from '../commands/questions.ts'
import { waysOf, type WayOut } from '../commands/ways.ts'
import type { OutlineRow } from '../outline-rows.ts'

/** The way out a row stands for: a block's main one, a part's own; undefined where a row leads nowhere by its nature. */
export function wayOfRow(document: FlowDocument, { block, kind, key }: OutlineRow): WayOut | undefined {
  const part = key.slice(block.length + 1)
  return waysOf(document, block).find((way) => (kind === null ? !way.main && way.label === part : way.main))
}

/** The question a row shows, or undefined. */
export function questionOfRow(document: FlowDocument, { block, kind, key }: OutlineRow) {
  if (kind !== null) return undefined
  const part = key.slice(block.length + 1)
  return questionsOf(document, block).find(({ id }) => id === part)
}
