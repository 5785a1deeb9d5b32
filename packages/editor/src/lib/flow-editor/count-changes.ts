import type { FlowDocument } from '@shopbell/engine'

/**
 * How many places of a flow differ from another: every block with its texts is one, so are the name, the variables, the entries and
 * the default language. Where blocks stand on the canvas is no change; what they are called is.
 */
export function countChanges(live: FlowDocument, draft: FlowDocument): number {
  const parts = (['name', 'variables', 'entries', 'defaultLocale'] as const).filter(
    (part) => !same(live[part], draft[part]),
  )
  return changedBlocks(live, draft).length + parts.length
}

/** The blocks that differ, with their texts and names, added and deleted ones among them. */
export function changedBlocks(live: FlowDocument, draft: FlowDocument): readonly string[] {
  const [before, after] = [blocksWithTexts(live), blocksWithTexts(draft)]
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (id) => !same(before.get(id), after.get(id)),
  )
}

function blocksWithTexts({ blocks, layout, texts }: FlowDocument): ReadonlyMap<string, unknown> {
  const textsOf = new Map<string, Record<string, string>>()
  for (const [locale, all] of Object.entries(texts)) {
    for (const [key, text] of Object.entries(all)) {
      const id = key.split('.')[0] ?? key
      const found = textsOf.get(id) ?? {}
      found[`${locale} ${key}`] = text
      textsOf.set(id, found)
    }
  }
  return new Map(
    Object.entries(blocks).map(([id, block]) => [
      id,
      { block, title: layout[id]?.title, texts: textsOf.get(id) },
    ]),
  )
}

/** Equal as JSON, whatever the order of keys. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  )
}
