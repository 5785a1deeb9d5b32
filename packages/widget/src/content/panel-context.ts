import type { SentContent } from '@shopbell/protocol'
import type { Speech } from '../i18n/words.ts'

/** What the parts of the panel need from the whole. */
export interface PanelContext {
  readonly speech: Speech
  readonly now: () => number
  readonly send: (content: SentContent, shown: string) => void
  readonly retry: (id: string) => void
  readonly discard: (id: string) => void
}
