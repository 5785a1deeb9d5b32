import type { LocalText } from '@shopbell/protocol'
import type { StatusKind, StatusReply } from '../rules/status-reply.ts'
import { type Reader, wordsFor } from '../text/local-text.ts'
import type { StatusFacts } from './facts.ts'

/** A status reply that is switched on, as the seller wrote it. */
export type WrittenReply = Omit<StatusReply, 'text'> & { readonly text: LocalText }

/** Those of a store, or of an account. */
export type WrittenReplies = Readonly<Partial<Record<StatusKind, WrittenReply>>>

/** Of what the seller wrote only the reader's language: facts are kept with every step. */
export function statusTexts(written: WrittenReplies, reader: Reader): StatusFacts['replies'] {
  const read = (reply: WrittenReply): StatusReply => ({ ...reply, text: wordsFor(reply.text, reader) })
  const { status_first, status_busy, status_closing, away } = written
  return {
    ...(status_first ? { status_first: read(status_first) } : {}),
    ...(status_busy ? { status_busy: read(status_busy) } : {}),
    ...(status_closing ? { status_closing: read(status_closing) } : {}),
    ...(away ? { away: read(away) } : {}),
  }
}
