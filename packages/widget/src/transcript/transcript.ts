import type { Message } from '@shopbell/protocol'
import type { ConnectionState } from '../connection/connection-state.ts'
import type { OutboxEntry } from '../connection/outbox.ts'
import { midnightOf } from '../i18n/say-when.ts'
import type { Item } from './item.ts'
import { askedOf, openQuestions, type OpenQuestions } from './open-questions.ts'

/** A pause this long begins a new burst, so the speaker and the time are said again. */
const BURST_PAUSE_MS = 300_000

export type Told = Pick<
  ConnectionState,
  'log' | 'outbox' | 'agentReadTo' | 'personTyping' | 'phase' | 'failures'
>

/** Everything the log shows, from top to bottom: what is stored, then what is still on its way. */
export function transcript(told: Told): readonly Item[] {
  const { messages } = told.log
  const open = openQuestions(messages, told.outbox)
  let shop: Message | undefined // its last word so far; the buyer's do not interrupt a burst
  const stored = messages.flatMap((message, index) => {
    const items = [...heading(message, messages[index - 1], shop), itemOf(message, open, messages)]
    if (message.author !== 'buyer') shop = message
    return items
  })
  return [
    ...stored,
    ...receipt(told),
    ...told.outbox.flatMap(waitingItems),
    ...keptReceipt(told),
    ...typing(told),
  ]
}

function heading(message: Message, before: Message | undefined, shop: Message | undefined): readonly Item[] {
  const { seq, at, author } = message
  const newDay = !before || midnightOf(before.at) !== midnightOf(at)
  const newBurst = newDay || shop?.author !== author || at - shop.at > BURST_PAUSE_MS
  return [
    ...(newDay ? [{ key: `day:${String(seq)}`, type: 'day', at } as const] : []),
    ...(newBurst && (author === 'robot' || author === 'agent')
      ? [{ key: `speaker:${String(seq)}`, type: 'speaker', author, at } as const]
      : []),
  ]
}

function itemOf(message: Message, open: OpenQuestions, messages: readonly Message[]): Item {
  const { seq, id, author, kind, content, solved } = message
  const key = id ?? String(seq)
  const side = author === 'buyer' ? 'own' : 'theirs'
  switch (content.kind) {
    case 'text':
      if (/^(faq|order_card)_answer$/.test(kind)) {
        return { key, type: 'answer', seq, text: content.text, solved, offersPerson: open.offersPerson }
      }
      return { key, type: 'bubble', side, text: content.text, waits: false }
    case 'choices': {
      const isOpen = seq === open.lists.get(kind)
      return {
        key,
        type: 'choices',
        seq,
        text: content.text ?? '',
        options: content.options,
        open: isOpen,
        asked: isOpen ? askedOf(seq, content.options, messages) : [],
        offersPerson: seq === open.list && open.offersPerson,
      }
    }
    case 'form':
      return seq === open.form
        ? { key, type: 'form', seq, text: content.text, field: content.field }
        : { key, type: 'bubble', side, text: content.text, waits: false }
    case 'products':
      return { key, type: 'products', side, text: content.text ?? '', cards: content.items }
    case 'order':
      return { key, type: 'order', side, order: content }
    case 'file':
      return { key, type: 'file', side, file: content }
    case 'note':
      return { key, type: 'note', text: content.text }
    default:
      return { key, type: 'unknown' } // a newer server's
  }
}

function waitingItems({ id, shown, refusal }: OutboxEntry): readonly Item[] {
  const bubble: Item = { key: id, type: 'bubble', side: 'own', text: shown, waits: true }
  return refusal ? [bubble, { key: `refused:${id}`, type: 'refused', id, refusal }] : [bubble]
}

/** Only while the buyer's message is the last word; an answer says more than a mark. */
function receipt({ log, outbox, agentReadTo }: Told): readonly Item[] {
  const last = log.messages.at(-1)
  if (last?.author !== 'buyer' || outbox.length > 0) return []
  return [{ key: 'receipt', type: 'receipt', state: last.seq <= agentReadTo ? 'read' : 'sent' }]
}

function keptReceipt({ outbox, phase, failures }: Told): readonly Item[] {
  const waits = outbox.some(({ refusal, storedAs }) => !refusal && storedAs === null)
  return waits && phase !== 'ready' && failures > 0
    ? [{ key: 'receipt', type: 'receipt', state: 'kept' }]
    : []
}

function typing({ personTyping }: Told): readonly Item[] {
  return personTyping ? [{ key: 'typing', type: 'typing' }] : []
}
