import type { Operation } from '../history/operation.ts'
import { checkConnections } from './check-connections.ts'
import { checkReplay } from './check-replay.ts'
import { checkSends } from './check-sends.ts'
import { checkSeqs } from './check-seqs.ts'
import { checkTimers } from './check-timers.ts'
import { checkWriters } from './check-writers.ts'
import { type PlayAgain, playerOf } from './play-again.ts'
import type { KeptConversation, Snapshot } from './snapshot.ts'
import type { Violation } from './violation.ts'

/**
 * Holds what the clients saw against what the database keeps: every breach of I1 … I10. Each part reads the history or the
 * conversations once, so the time grows with their length and not with its square.
 */
export function checkHistory(history: readonly Operation[], snapshot: Snapshot): readonly Violation[] {
  const playAgain = playerOf(snapshot)
  return [
    ...checkSends(history, snapshot),
    ...checkSeqs(history, snapshot),
    ...checkConnections(history),
    ...checkWriters(history, snapshot),
    ...snapshot.conversations.flatMap((conversation) => checkEngine(conversation, snapshot.now, playAgain)),
  ]
}

function checkEngine(
  conversation: KeptConversation,
  now: number,
  playAgain: PlayAgain,
): readonly Violation[] {
  try {
    const played = playAgain(conversation)
    return [...checkReplay(conversation, played), ...checkTimers(conversation, played, now)]
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return [{ invariant: 'I9', what: `${conversation.publicId} cannot be played again: ${why}` }]
  }
}
