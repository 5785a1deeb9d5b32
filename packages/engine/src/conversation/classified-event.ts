import type { World } from '../flow/condition-holds.ts'
import type { AnswerValue } from '../flow/variable.ts'

/** Every event carries what its conditions may ask: the machine has no other view of the world. */
interface Seen {
  readonly world: World
}

/** What enters the machine: the public vocabulary of events (flow-format, "From event to machine"). */
export type ClassifiedEvent =
  | (Seen & { readonly type: 'reception.due'; readonly question: string | null })
  | (Seen & { readonly type: 'questions.due' })
  | (Seen & { readonly type: 'faq.tapped'; readonly question: string })
  | (Seen & { readonly type: 'question.answered'; readonly value: AnswerValue })
  | (Seen & { readonly type: 'card.received' })
  | (Seen & { readonly type: 'menu.chosen' })
  | (Seen & { readonly type: 'person.requested' })
  | (Seen & { readonly type: 'buyer.unanswered' })
  | (Seen & { readonly type: 'human.joined' })
  | (Seen & { readonly type: 'human.left' })
  | (Seen & { readonly type: 'session.closed' })
  | (Seen & { readonly type: `xstate.after.${string}` })
