import type { Rule } from './rule.ts'
import type { StatusKind } from './status-reply.ts'
import type { Verdict } from './verdict.ts'

export const SAY_WHAT_STILL_HOLDS: Rule = {
  ids: ['STS-11'],
  says: 'A status reply that was delayed is not sent once a person writes or answers first, is no longer busy, or is there again, or once the reply was switched off.',
  reads: [],
}

/** Refuses a delayed status reply that would not be true any more (STS-11). */
export function sayWhatStillHolds(
  kind: StatusKind,
  { switchedOn, busy, nobody }: Readonly<{ switchedOn: boolean; busy: boolean; nobody: boolean }>,
): Verdict {
  const isPast = (kind === 'status_busy' && !busy) || (kind === 'away' && !nobody)
  return switchedOn && !isPast ? null : { code: 'STATUS_NO_LONGER_TRUE', because: { kind } }
}
