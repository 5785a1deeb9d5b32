import type { ReceptionEvent } from '../conversation/event.ts'
import type { Facts } from '../conversation/facts.ts'
import type { Memory } from './reference-path.ts'

type Sent = Extract<ReceptionEvent, { type: 'buyer.sent' }>
type Tapped = Extract<ReceptionEvent, { type: 'buyer.tapped' }>

/** How the model writes down what is said, and the sender's own words. */
export interface Pen {
  readonly is: Memory
  readonly say: (line: string) => number
  readonly own: () => void
  readonly reason: (line: string) => void
}

/** What a card brings by the message settings; false: nothing (CRD-01, CRD-03, CRD-04, CRD-12). */
export function bringByCard({ is, say }: Pen, { card, ref }: Sent, facts: Facts): boolean {
  const name = `${card} ${ref}`
  if (facts.cardReply && facts.card) say(`product_card_reply ${facts.cardReply.rule}`)
  const lists = facts.cardList !== undefined && !is.listed.includes(name)
  if (lists) {
    is.cardList = say('order_card_list card-list')
    is.listed.push(name)
  }
  return lists || (facts.cardReply !== undefined && facts.card !== undefined)
}

/** A tap on the list for cards or on the menu's categories; undefined: it is on neither, a text: why it is refused. */
export function tapSettled(pen: Pen, { message }: Tapped, facts: Facts): string | null | undefined {
  const { is, say, own } = pen
  if (message === is.cardList) {
    if (!facts.cardQuestion) return 'NOT_HELD'
    own()
    say(`order_card_answer ${facts.cardQuestion.id}`)
    return null
  }
  return message === is.categoryList ? chooseFromMenu(pen, facts, 'NOT_HELD') : undefined
}

/** An entry of the menu, at any time (MNU-02). */
export function chooseFromMenu(
  { is, say, own, reason }: Pen,
  { chosen }: Facts,
  unknown: string,
): string | null {
  if (!chosen) return unknown
  own()
  if (chosen.gives.does === 'person') askForPerson(is, reason)
  if (chosen.gives.does !== 'say') return null
  for (const { kind } of chosen.gives.contents) {
    const seq = say(`self_menu_reply ${chosen.entry}`)
    if (kind === 'choices') is.categoryList = seq
  }
  return null
}

/** Whoever asks for a person waits for one, unless one is there. */
export function askForPerson(is: Memory, reason: (line: string) => void): null {
  if (is.handling === 'human') reason('(HUMAN_IN_CHARGE)')
  else if (is.handling === 'robot') is.handling = 'waiting'
  return null
}
