import type { FlowDiff } from '@shopbell/protocol'
import type { FlowDocument } from '../document/flow-document.ts'
import { blockChanges } from './block-changes.ts'
import { flowWords } from './flow-words.ts'
import { linkChanges } from './link-changes.ts'
import { listChanges } from './list-changes.ts'
import { readingOrder } from './reading-order.ts'
import { settingChanges } from './setting-changes.ts'
import { textChanges } from './text-changes.ts'

/** Two flows side by side, and what their parts are called. */
export interface Compared {
  readonly before: FlowDocument
  readonly after: FlowDocument
  /** All blocks of both, as they are read. */
  readonly order: readonly string[]
  readonly words: ReturnType<typeof flowWords>
}

/**
 * What differs between two flows, ready for words: blocks, links, texts per language, question lists, the rest (PUB-08, PUB-11). Where
 * blocks stand on the canvas is no change; what they are called is. Without a `before` everything is new.
 */
export function diffFlows(before: FlowDocument | null, after: FlowDocument): FlowDiff {
  const old = before ?? nothingOf(after)
  const compared = { before: old, after, order: readingOrder(old, after), words: flowWords(before, after) }
  return {
    blocks: blockChanges(compared),
    links: linkChanges(compared),
    texts: textChanges(compared),
    lists: listChanges(compared),
    settings: settingChanges(compared),
  }
}

/** The flow that was there before the first version. */
function nothingOf({ format, id, name, defaultLocale }: FlowDocument): FlowDocument {
  return { format, id, name, defaultLocale, variables: {}, entries: {}, blocks: {}, texts: {}, layout: {} }
}
