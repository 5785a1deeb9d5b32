import { isPersonLabel, type ReceptionEvent } from '@shopbell/engine'
import type { BotkitMessage } from './botkit.ts'
import { readPayload } from './channels/channel.ts'
import { isNumbered, tapsAreWords } from './channels/channels.ts'
import type { Product, ReceptionOptions } from './options.ts'
import { readEntry } from './read-entry.ts'
import type { KeptConversation } from './state/kept-conversation.ts'
import { optionCalled, type TappedOption } from './state/offered.ts'

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

/** What the bot says of its messages. */
interface Asked {
  readonly options: Pick<ReceptionOptions, 'entryOf' | 'productOf'>
  readonly products: readonly Product[]
}

/**
 * What a message may be, the likeliest first: the next one counts where the reception cannot take the one before. None: it is nothing.
 * Words that name an option on the screen are that tap where a tap comes as words, as they are on a server.
 */
export function readMessage(
  message: BotkitMessage,
  kept: KeptConversation | null,
  at: number,
  { options, products }: Asked,
): readonly ReceptionEvent[] {
  const { type, text = '', value, incoming_message } = message
  if (type === ENTERED || type === CAME_BACK)
    return [{ type: 'buyer.entered', at, ...readEntry(options.entryOf?.(message)) }]
  const ref = options.productOf?.(message)
  if (ref !== undefined && products.some((product) => product.ref === ref))
    return [{ type: 'buyer.sent', at, card: 'product', ref }]
  // Teams brings a button's value beside its title; Slack and Messenger bring it as the text.
  const tapped = readPayload(typeof value === 'string' ? value : text)
  if (tapped) return [{ type: 'buyer.tapped', at, ...tapped }]
  if (text.trim() === '') return []
  const { channelId } = incoming_message
  const numbered = isNumbered(channelId) ? optionOfNumber(text, kept) : null
  if (numbered) return [{ type: 'buyer.tapped', at, ...numbered }]
  const said: ReceptionEvent = { type: 'buyer.said', at, text }
  const called = kept && tapsAreWords(channelId) ? optionCalled(text, kept) : null
  if (called) return [{ type: 'buyer.tapped', at, ...called }, said]
  return [isPersonLabel(text) ? { type: 'buyer.chose', at, item: 'person' } : said]
}

const A_NUMBER = /^\s*(\d{1,2})[.)]?\s*$/

/**
 * The option that a bare number names; none while a question without options is open, for then the number is its answer, and none
 * while a person has the conversation, for then it answers them.
 */
function optionOfNumber(text: string, kept: KeptConversation | null): TappedOption | null {
  const number = Number(A_NUMBER.exec(text)?.[1] ?? 0)
  const { offered = [], session = null } = kept ?? {}
  const newest = offered.at(-1)
  if (newest === undefined || session?.handling === 'human') return null
  if (session?.open && session.open.seq !== newest.seq) return null
  const option = newest.options[number - 1]
  return option === undefined ? null : { message: newest.seq, option: option.id }
}
