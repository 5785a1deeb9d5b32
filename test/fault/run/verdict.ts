import type { Played } from '../checker/play-again.ts'
import type { Violation } from '../checker/violation.ts'
import type { Operation } from '../history/operation.ts'
import type { Snapshot } from '../checker/snapshot.ts'

/** What came of one block of rounds. */
export interface Verdict {
  readonly fault: string
  readonly seed: number
  readonly rounds: number
  /** Messages people wrote, and how often they were sent. */
  readonly written: number
  readonly sent: number
  readonly acknowledged: number
  /** Messages that were stored already when their sender, who had not been told, sent them again. */
  readonly betweenCommitAndAnswer: number
  readonly timersFired: number
  readonly violations: readonly Violation[]
  /** What else went wrong: a server that died, a limit that did not hold. */
  readonly complaints: readonly string[]
  /** From "a node is ready" (or the database is back) to the first acknowledgement after it. */
  readonly recoveriesMs: readonly number[]
  /** Worst delay of a timer behind its due time, outages included. */
  readonly latestTimerMs: number
  readonly notes: readonly string[]
}

export type Measures = Omit<Verdict, 'fault' | 'seed' | 'rounds' | 'violations' | 'complaints' | 'notes'>

/** How many promises a block of rounds broke. */
export function countBroken({ violations, complaints }: Verdict): number {
  return violations.length + complaints.length
}

/** Counts what a block of rounds did. */
export function measure(
  history: readonly Operation[],
  snapshot: Snapshot,
  played: readonly Played[],
): Measures {
  const stored = storedAt(snapshot)
  const sends = new Map<string, number>()
  const acknowledged = new Set<string>()
  const hit = new Set<string>()
  const recoveriesMs: number[] = []
  let readyAt: number | null = null
  let written = 0
  let sent = 0
  for (const operation of history) {
    const { f, at } = operation
    if (f === 'write') written += 1
    else if (f === 'send') {
      sent += 1
      const times = (sends.get(operation.id) ?? 0) + 1
      sends.set(operation.id, times)
      if (times > 1 && !acknowledged.has(operation.id) && (stored.get(operation.id) ?? Infinity) < at) {
        hit.add(operation.id)
      }
    } else if (f === 'stored') {
      acknowledged.add(operation.id)
      if (readyAt !== null) recoveriesMs.push(at - readyAt)
      readyAt = null
    } else if (f === 'fault' && operation.what.endsWith('ready')) readyAt = at
  }
  const lateness = latenessOf(played)
  return {
    written,
    sent,
    acknowledged: acknowledged.size,
    betweenCommitAndAnswer: hit.size,
    timersFired: lateness.length,
    recoveriesMs,
    latestTimerMs: lateness.reduce((worst, late) => Math.max(worst, late), 0),
  }
}

/** By the server's clock, which is the same machine's; a message is stored a moment after. */
function storedAt({ conversations }: Snapshot): ReadonlyMap<string, number> {
  return new Map(
    conversations.flatMap(({ messages }) =>
      messages.flatMap(({ clientId, at }) => (clientId === null ? [] : [[clientId, at] as const])),
    ),
  )
}

/** How late each fired timer was, in milliseconds. */
function latenessOf(played: readonly Played[]): readonly number[] {
  return played.flatMap(({ conversation, effects }) => {
    const dueAt = new Map<string, number>()
    return conversation.journal.flatMap(({ event }, place) => {
      const due = event.type === 'timer.fired' ? dueAt.get(event.id) : undefined
      for (const effect of effects?.[place] ?? []) {
        if (effect.type === 'schedule') dueAt.set(effect.id, effect.dueAt)
      }
      return due === undefined ? [] : [event.at - due]
    })
  })
}
