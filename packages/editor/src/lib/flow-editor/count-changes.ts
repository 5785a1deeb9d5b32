import type { FlowDocument } from '@shopbell/engine'

/**
 * How many places of a flow differ from another: every block with its texts is one, so are the name, the variables, the entries and
 * the default language. Where blocks stand on the canvas is no change; what they are called is.
 */
export function countChanges(live: FlowDocument, draft: FlowDocument): number {
  const blocks = new Set([...Object.keys(live.blocks), ...Object.keys(draft.blocks)])
  const changedBlocks = [...blocks].filter((id) => !same(blockWithTexts(live, id), blockWithTexts(draft, id)))
  const parts = (['name', 'variables', 'entries', 'defaultLocale'] as const).filter(
    (part) => !same(live[part], draft[part]),
  )
  return changedBlocks.length + parts.length
}

function blockWithTexts(flow: FlowDocument, id: string): unknown {
  const texts = Object.entries(flow.texts).map(([locale, all]) => [
    locale,
    Object.fromEntries(Object.entries(all).filter(([key]) => key === id || key.startsWith(`${id}.`))),
  ])
  return { block: flow.blocks[id], title: flow.layout[id]?.title, texts: Object.fromEntries(texts) }
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
