import type { MessageKind } from '@shopbell/protocol'
import type { Profile } from '../flow/profile.ts'
import { answerEarlierOnly } from './answer-earlier-only.ts'
import { countAsReply } from './count-as-reply.ts'
import { keepWhatWasSent, type SentWords } from './keep-what-was-sent.ts'
import { type KnownBuyer, reachTheBuyer, type SentTo } from './reach-the-buyer.ts'

/** A message of a buyer that waits for an answer, on whatever channel. `windowEndsAt`: until when an answer is in time. */
export interface AskedByBuyer extends KnownBuyer {
  readonly at: number
  readonly seq: number
  readonly windowEndsAt: number
}

/** Something the store said, in whatever conversation, by whatever account, over whatever channel. */
export interface SaidByStore extends SentWords, SentTo {
  readonly seq: number
  readonly kind: MessageKind
  /** The account whose words they are; null: nobody's, or not written down. */
  readonly agentId: number | null
}

/**
 * The reply that answers a buyer’s message: the first that counts (CNT-01, CNT-02, CNT-08), was sent for good (CNT-06), after the
 * message (CNT-03), and to this buyer (CNT-04, CNT-05). Null: it is not answered.
 *
 * ```ts
 * firstReplyTo(inquiry, [noteOfLin, mailOfMei], [])  // → mailOfMei, whoever the inquiry was given to
 * ```
 */
export function firstReplyTo<Said extends SaidByStore>(
  waiting: AskedByBuyer,
  said: readonly Said[],
  autoCounts: Profile['counting']['autoCounts'],
): Said | null {
  const answers = said.filter(
    (one) =>
      countAsReply(one, autoCounts) &&
      keepWhatWasSent(one, waiting.windowEndsAt) &&
      reachTheBuyer(waiting, one) &&
      answerEarlierOnly(waiting, { at: one.sentAt, seq: one.seq }),
  )
  return answers.reduce<Said | null>((first, one) => {
    if (first === null) return one
    return answerEarlierOnly({ at: one.sentAt, seq: one.seq }, { at: first.sentAt, seq: first.seq })
      ? one
      : first
  }, null)
}
