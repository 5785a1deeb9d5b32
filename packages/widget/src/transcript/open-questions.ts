import type { ChoiceOption, Message } from '@shopbell/protocol'
import type { Outbox } from '../connection/outbox.ts'

/** What the buyer can still tap. Seqs are 0 where nothing is open. */
export interface OpenQuestions {
  readonly list: number
  /** The newest list of each kind of message: of the reception, for a card, of the menu. */
  readonly lists: ReadonlyMap<string, number>
  readonly offersPerson: boolean
  readonly form: number
}

/**
 * The newest list of each kind stays open (FAQ questions may be tapped at any time, SQ-04). The newest form is open until it is answered,
 * a person joins, or the robot has closed the questions. The server decides in the end; this decides what looks tappable.
 */
export function openQuestions(messages: readonly Message[], outbox: Outbox): OpenQuestions {
  const lists = messages.filter(({ content }) => content.kind === 'choices')
  const form = messages.findLast(({ content }) => content.kind === 'form')
  return {
    list: lists.at(-1)?.seq ?? 0,
    lists: new Map(lists.map(({ kind, seq }) => [kind, seq])),
    offersPerson: !personIsDue(messages),
    form: form && !isOver(form, messages, outbox) ? form.seq : 0,
  }
}

/** Options of the list with this seq that the buyer has tapped. */
export function askedOf(
  seq: number,
  options: readonly ChoiceOption[],
  messages: readonly Message[],
): readonly string[] {
  const taps = messages.filter(({ author, replyTo }) => author === 'buyer' && replyTo === seq)
  const said = taps.map(({ content }) => 'text' in content && content.text)
  return options.filter(({ label }) => said.includes(label)).map(({ id }) => id)
}

function personIsDue(messages: readonly Message[]): boolean {
  const last = messages.findLast(({ content }) => content.kind === 'note')
  return last?.content.kind === 'note' && /^(waiting_for_person|person_joined)$/.test(last.content.code)
}

function isOver(form: Message, messages: readonly Message[], outbox: Outbox): boolean {
  const onItsWay = outbox.some(
    ({ content, refusal }) => !refusal && 'message' in content && content.message === form.seq,
  )
  return onItsWay || messages.slice(form.seq).some((message) => endsForm(message, form.seq))
}

function endsForm({ author, kind, replyTo, content }: Message, form: number): boolean {
  if (author === 'buyer') return replyTo === form
  if (content.kind === 'note') return content.code === 'person_joined' || content.code === 'closed'
  return author === 'agent' || kind === 'smart_closing'
}
