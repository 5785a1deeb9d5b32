import { webReply } from '@shopbell/engine'
import type { BotkitDown, BotkitHistory, BotkitMessage, Down, Message } from '@shopbell/protocol'

/** A frame as Botkit's client understands it; null: it has no use for it. */
export function shownInBotkit(frame: Down): BotkitDown | null {
  if (frame.type === 'typing') return frame
  return frame.type === 'message' ? asSaid(frame) : null
}

/** What the shop said; null for the buyer's own words, which the client shows by itself, and for what has nothing to show. */
export function asSaid({ author, content }: Message): BotkitMessage | null {
  const reply = author === 'buyer' ? null : webReply(content)
  return reply === null ? null : { type: 'message', ...reply }
}

/** A message as Botkit's client shows it of earlier times; null: there is nothing to show. */
export function asHistory({ author, content }: Message): BotkitHistory['history'][number] | null {
  const text = webReply(content)?.text ?? ''
  return text === '' ? null : { type: author === 'buyer' ? 'message_received' : 'message_sent', text }
}
