/** A socket as the heartbeat sees it. Instants are monotonic milliseconds. */
export interface Pulse {
  /** When the other end last gave a sign of life. */
  readonly heardAt: () => number
  /** Says `beat`, and pings. */
  readonly beat: () => void
  /** Ends the connection: nobody is there. */
  readonly cut: () => void
}

export interface Heartbeat {
  /** Returns how to stop. */
  readonly watch: (pulse: Pulse) => () => void
  readonly stop: () => void
}

/** An unanswered ping means that the other end is gone, or hears nothing any more. */
const ANSWER_WITHIN_MS = 10_000
const LOOK_EVERY_MS = 1_000

function cutUnlessHeard(pulse: Pulse, since: number): void {
  if (pulse.heardAt() < since) pulse.cut()
}

/** One timer for all sockets: each gets its beat every `everyMs`, counted from its own beginning, so that they do not beat at once. */
export function createHeartbeat(everyMs: number, lookEveryMs = LOOK_EVERY_MS): Heartbeat {
  // A beat that is faster than usual, as in tests, wants its answers faster too.
  const answerWithinMs = Math.min(ANSWER_WITHIN_MS, 2 * everyMs)
  const watched = new Map<Pulse, { beatAt: number; unansweredAt: number | null }>()
  const timer = setInterval(() => {
    const now = performance.now()
    for (const [pulse, state] of watched) {
      if (state.unansweredAt !== null && pulse.heardAt() >= state.unansweredAt) state.unansweredAt = null
      if (state.unansweredAt !== null && now - state.unansweredAt >= answerWithinMs) {
        // A process that was busy for long reads after this turn of timers: the answer may be there already.
        setImmediate(cutUnlessHeard, pulse, state.unansweredAt)
      } else if (now - state.beatAt >= everyMs) {
        state.beatAt = now
        state.unansweredAt ??= now
        pulse.beat()
      }
    }
  }, lookEveryMs)
  timer.unref()
  return {
    watch: (pulse) => {
      watched.set(pulse, { beatAt: performance.now(), unansweredAt: null })
      return () => void watched.delete(pulse)
    },
    stop: () => {
      clearInterval(timer)
    },
  }
}
