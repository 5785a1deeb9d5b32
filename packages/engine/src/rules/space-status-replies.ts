import { MINUTE_MS } from '../time/duration.ts'
import { localDay } from '../time/local-day.ts'
import type { Rule } from './rule.ts'
import type { StatusKind, StatusMemory } from './status-reply.ts'
import type { Verdict } from './verdict.ts'

export const SPACE_STATUS_REPLIES: Rule = {
  ids: ['STS-05', 'STS-06', 'STS-07', 'STS-10'],
  says: 'A buyer gets the first-message reply of one person and the reply for when nobody is there at most once on a calendar day of the store, the busy reply at most once in ten minutes, and the closing reply at most once in a session.',
  reads: [],
}

const BUSY_AGAIN_MS = 10 * MINUTE_MS

/** What is asked of: the buyer’s memory, and the session’s. */
export interface SaidLately {
  readonly memory: StatusMemory
  /** The closing reply was given in this session. */
  readonly closed: boolean
  /** Whom the conversation is given to. */
  readonly agent: string | undefined
  readonly timeZone: string
}

/** Refuses a status reply that the buyer had a short while ago (STS-05, STS-06, STS-07). */
export function spaceStatusReplies(
  at: number,
  kind: StatusKind,
  { memory, closed, agent, timeZone }: SaidLately,
): Verdict {
  const isToday = (then: number | undefined) =>
    then !== undefined && localDay(then, timeZone) === localDay(at, timeZone)
  const had: Readonly<Record<StatusKind, () => boolean>> = {
    status_first: () => isToday(memory.first?.[agent ?? '']),
    status_busy: () => memory.busyAt !== undefined && at - memory.busyAt < BUSY_AGAIN_MS,
    status_closing: () => closed,
    away: () => isToday(memory.awayAt),
  }
  return had[kind]() ? { code: 'STATUS_SENT_LATELY', because: { kind } } : null
}
