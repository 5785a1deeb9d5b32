import type { ReceptionEvent } from '@shopbell/engine'
import type { BotkitMessage } from './botkit.ts'
import { readPayload } from './channels/channel.ts'
import { isNumbered } from './channels/channels.ts'
import type { ReceptionOptions } from './options.ts'
import { readEntry } from './read-entry.ts'
import type { KeptConversation } from './state/kept-conversation.ts'

/** Botkit's names for a buyer's words: of every adapter for direct messages, and for tapped buttons. */
export const MESSAGE_TYPES: readonly string[] = [
  'message',
  'direct_message',
  'facebook_postback',
  'block_actions',
  'interactive_message',
]
/** A buyer who opens the chat; one who comes back to it. Neither is an answer. */
export const ENTERED = 'hello'
export const CAME_BACK = 'welcome_back'

/** What a message is, before it is known whether the reception has something to say to it. Null: nothing. */
export function readMessage(
  message: BotkitMessage,
  kept: KeptConversation | null,
  at: number,
  entryOf: ReceptionOptions['entryOf'],
): ReceptionEvent | null {
  const { type, text = '', value, incoming_message } = message
  if (type === ENTERED || type === CAME_BACK)
    return { type: 'buyer.entered', at, entry: readEntry(entryOf?.(message)) }
  // Teams brings a button's value beside its title; Slack and Messenger bring it as the text.
  const tapped = readPayload(typeof value === 'string' ? value : text)
  if (tapped) return { type: 'buyer.tapped', at, ...tapped }
  if (text.trim() === '') return null
  const numbered = isNumbered(incoming_message.channelId) ? optionOfNumber(text, kept) : null
  return numbered ? { type: 'buyer.tapped', at, ...numbered } : { type: 'buyer.said', at, text }
}

const A_NUMBER = /^\s*(\d{1,2})[.)]?\s*$/

/** The option that a bare number names; none while a question without options is open, for then the number is its answer. */
function optionOfNumber(text: string, kept: KeptConversation | null) {
  const number = Number(A_NUMBER.exec(text)?.[1] ?? 0)
  const { numbered = null, session = null } = kept ?? {}
  if (numbered === null || (session?.open && session.open.seq !== numbered.seq)) return null
  const option = numbered.options[number - 1]
  return option === undefined ? null : { message: numbered.seq, option }
}
