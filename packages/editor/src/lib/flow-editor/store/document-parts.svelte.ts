import type { FlowDocument } from '@shopbell/engine'
import { blockTitles } from '../outline-rows.ts'

/**
 * The parts of a document that typing leaves alone. Each is reactive by itself: whoever shows one of them hears nothing of a change to
 * the others, or to a text.
 */
export interface DocumentParts extends Pick<FlowDocument, 'blocks' | 'layout' | 'entries'> {
  /** What each block is called; the same map until a block or a place changes. */
  readonly titles: ReadonlyMap<string, string>
}

export interface FollowedParts {
  readonly parts: DocumentParts
  readonly follow: (document: FlowDocument) => void
}

export function followParts(start: FlowDocument): FollowedParts {
  let blocks = $state.raw(start.blocks)
  let layout = $state.raw(start.layout)
  let entries = $state.raw(start.entries)
  const titles = $derived(blockTitles({ blocks, layout }))
  return {
    parts: {
      get blocks() {
        return blocks
      },
      get layout() {
        return layout
      },
      get entries() {
        return entries
      },
      get titles() {
        return titles
      },
    },
    follow: (document) => void ({ blocks, layout, entries } = document),
  }
}
