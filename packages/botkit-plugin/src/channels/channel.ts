import { plainContent, type PlainContent } from '@shopbell/engine'
import type { BotkitReply } from '../botkit.ts'
import type { Unsent } from '../state/kept-conversation.ts'

/** A message as every channel can show it: words, options to tap, cards; and as it was decided. */
export interface Shown extends PlainContent {
  readonly seq: number
  readonly content: Unsent['content']
}

/** How one platform shows a message: one or more replies, in order. */
export type Channel = (shown: Shown) => readonly BotkitReply[]

export function shownOf({ seq, content }: Unsent): Shown {
  return { seq, content, ...plainContent(content) }
}

/** What comes back from a tapped button, so that it is known whatever its title says. */
export function payloadOf(seq: number, option: string): string {
  return `shopbell:${String(seq)}:${option}`
}

const PAYLOAD = /^shopbell:(\d{1,9}):([a-z0-9-]{1,40})$/

export function readPayload(text: string): { readonly message: number; readonly option: string } | null {
  const [, message, option] = PAYLOAD.exec(text) ?? []
  return message === undefined || option === undefined ? null : { message: Number(message), option }
}
