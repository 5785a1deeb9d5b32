import type { Operation } from '../history/operation.ts'
import { checkConnections } from './check-connections.ts'
import { checkReplay } from './check-replay.ts'
import { checkSends } from './check-sends.ts'
import { checkSeqs } from './check-seqs.ts'
import { checkTimers } from './check-timers.ts'
import { checkWriters } from './check-writers.ts'
import { playAgain } from './play-again.ts'
import type { Snapshot } from './snapshot.ts'
import type { Violation } from './violation.ts'

/**
 * Holds what the clients saw against what the database keeps: every breach of I1 … I10. Each part reads the history or the
 * conversations once, so the time grows with their length and not with its square.
 */
export function checkHistory(
  history: readonly Operation[],
  snapshot: Snapshot,
  played = playAgain(snapshot),
): readonly Violation[] {
  return [
    ...checkSends(history, snapshot),
    ...checkSeqs(history, snapshot),
    ...checkConnections(history),
    ...checkWriters(history, snapshot),
    ...played.flatMap((one) => [...checkReplay(one), ...checkTimers(one, snapshot.now)]),
  ]
}
