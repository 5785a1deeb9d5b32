import type { SentContent } from '@shopbell/protocol'
import type { Speech } from '../i18n/words.ts'

/** What the parts of the panel need from the whole. */
export interface PanelContext {
  readonly speech: Speech
  readonly now: () => number
  readonly send: (content: SentContent, shown: string) => void
  /** The buyer opened a product's card. */
  readonly opened: (ref: string) => void
  /** Keeps whether an automatic answer solved it; null: there is nobody to tell. */
  readonly judge: ((message: number, solved: boolean) => void) | null
  readonly retry: (id: string) => void
  readonly discard: (id: string) => void
}
