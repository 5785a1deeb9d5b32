import { kindOf, MAX_BLOCKS, type Block, type FlowDocument, type FlowOperation } from '@shopbell/engine'
import type { MakeCommand } from './command.ts'
import type { CopiedBlocks } from './copied-blocks.ts'
import { freshId } from './fresh-id.ts'
import { drop, put } from './operations.ts'
import { portPath } from './port-path.ts'

/** How far copies stand from what was copied. */
const ASIDE_PX = 40

/**
 * Adds copies of blocks: new ids, texts in the languages this flow has, a variable of its own for each question. Links among the copies
 * stay; links to others stay in the flow they were copied in, and lead nowhere in another. One undo step; `touches` are the new ids.
 * Null where the flow is full.
 */
export function pasteBlocks(
  copied: CopiedBlocks,
  at: { readonly x: number; readonly y: number } | null = null,
  name: 'paste' | 'duplicate' = 'paste',
): MakeCommand {
  return (document) => {
    const old = Object.keys(copied.blocks)
    if (old.length === 0 || Object.keys(document.blocks).length + old.length > MAX_BLOCKS) return null
    const ids = freshIds(old, [...Object.keys(document.blocks), ...Object.keys(document.layout)])
    const variables = freshIds(Object.keys(copied.variables), Object.keys(document.variables))
    const shift = shiftTo(copied, at)
    const operations = old.flatMap((id): readonly FlowOperation[] => {
      const block = copied.blocks[id]
      const to = ids.get(id)
      if (!block || to === undefined) return []
      const { x, y, title } = copied.layout[id] ?? { x: 0, y: 0 }
      const place = { x: bounded(x + shift.x), y: bounded(y + shift.y) }
      return [
        put(['blocks', to], withVariable(block, variables)),
        ...relinked(document, copied, id, to, ids),
        put(['layout', to], title === undefined ? place : { ...place, title }),
        ...textsOf(document, copied, id, to),
      ]
    })
    return {
      name: { key: name, subject: [...ids.values()][0] ?? '' },
      touches: [...ids.values()],
      operations: [
        ...[...variables].map(([from, to]) => put(['variables', to], copied.variables[from])),
        ...operations,
      ],
    }
  }
}

function freshIds(old: readonly string[], taken: readonly string[]): ReadonlyMap<string, string> {
  const used = [...taken]
  return new Map(
    old.map((id) => {
      const fresh = freshId(id.replace(/-\d+$/, ''), used)
      used.push(fresh)
      return [id, fresh]
    }),
  )
}

function withVariable(block: Block, variables: ReadonlyMap<string, string>): Block {
  return 'variable' in block ? { ...block, variable: variables.get(block.variable) ?? block.variable } : block
}

/** Leads the links of a copy to the copies, or nowhere. */
function relinked(
  document: FlowDocument,
  copied: CopiedBlocks,
  id: string,
  to: string,
  ids: ReadonlyMap<string, string>,
): readonly FlowOperation[] {
  const block = copied.blocks[id]
  if (!block) return []
  const isHome = copied.flow === document.id
  return kindOf(block)
    .ports(block)
    .flatMap(({ at, target }) => {
      const path = portPath({ ...document, blocks: copied.blocks }, { block: id, port: at })
      if (!path || target === undefined) return []
      const place = ['blocks', to, ...path.slice(2)]
      const copy = ids.get(target)
      if (copy !== undefined) return [put(place, copy)]
      return isHome && Object.hasOwn(document.blocks, target) ? [] : [drop(place)]
    })
}

/** A copy's texts in every language of this flow; where it has none in the default one, its own default language's. */
function textsOf(
  { texts, defaultLocale }: FlowDocument,
  copied: CopiedBlocks,
  id: string,
  to: string,
): readonly FlowOperation[] {
  return Object.keys(texts).flatMap((locale) => {
    const source =
      copied.texts[locale] ?? (locale === defaultLocale ? copied.texts[copied.defaultLocale] : undefined)
    return Object.entries(source ?? {})
      .filter(([key]) => key === id || key.startsWith(`${id}.`))
      .map(([key, text]) => put(['texts', locale, to + key.slice(id.length)], text))
  })
}

function shiftTo({ layout }: CopiedBlocks, at: { readonly x: number; readonly y: number } | null) {
  if (!at) return { x: ASIDE_PX, y: ASIDE_PX }
  const spots = Object.values(layout)
  const [left, top] = [Math.min(...spots.map(({ x }) => x)), Math.min(...spots.map(({ y }) => y))]
  return spots.length === 0 ? at : { x: at.x - left, y: at.y - top }
}

/** The schema's bounds of a place. */
const FARTHEST = 1e6

function bounded(value: number): number {
  return Math.round(Math.min(Math.max(value, -FARTHEST), FARTHEST))
}
