import type { FlowDocument } from '../document/flow-document.ts'

/** What a seller calls the parts of two flows; a part that is gone goes by what it was called. */
export function flowWords(before: FlowDocument | null, after: FlowDocument) {
  const flows = before ? [after, before] : [after]
  const holding = (block: string) => flows.find(({ blocks }) => Object.hasOwn(blocks, block))

  return {
    /** A block's name, else its id. */
    title: (block: string): string => holding(block)?.layout[block]?.title ?? block,
    kind: (block: string): string | null => holding(block)?.blocks[block]?.kind ?? null,
    /** A question, choice or case by what buyers read of it, in a language or the flow's own; else its id. */
    item: (block: string, item: string, locale = after.defaultLocale): string => {
      const keys = [`${block}.${item}.question`, `${block}.${item}.label`]
      const found = flows.flatMap(({ texts, defaultLocale }) =>
        [locale, defaultLocale].flatMap((tag) => keys.map((key) => texts[tag]?.[key]?.trim())),
      )
      return found.find((words) => words !== undefined && words !== '') ?? item
    },
  }
}
