import type { KeptConversation } from './kept-conversation.ts'

/** Who does what a decision led to, since when by their own clock (UTC milliseconds). */
export interface InHand {
  readonly by: string
  readonly since: number
}

/** So long a process may take to say what it decided; then it is taken for dead, and whoever comes next does it. */
export const MOST_IN_HAND_MS = 10_000

/** Something was decided and stored, and nobody has noted yet that it was said and told. */
export function hasWork({ unsent, handoff }: Pick<KeptConversation, 'unsent' | 'handoff'>): boolean {
  return unsent.length > 0 || handoff !== null
}

/**
 * Whether a message has to wait, because another process than `me` is at work on the conversation: so words keep their order and come
 * once. Asked again and again, it also goes by what it sees itself, for the other's clock may be ahead.
 */
export function patience(me: string, now: () => number): (kept: KeptConversation | null) => boolean {
  let seen = { since: NaN, from: 0 }
  return (kept) => {
    const { inHand = null } = kept ?? {}
    if (inHand === null || inHand.by === me) return false
    if (inHand.since !== seen.since) seen = { since: inHand.since, from: performance.now() }
    return now() - inHand.since < MOST_IN_HAND_MS && performance.now() - seen.from < MOST_IN_HAND_MS
  }
}
