import type { SimulatedBuyer } from './simulated-buyer.ts'

/** What a round of load has shown. Latencies are milliseconds, of stored messages only. */
export interface Heard {
  readonly stored: number
  /** All that the server did for it: the refused ones, and those that were answered after the end, too. */
  readonly answered: number
  readonly refused: number
  readonly elapsedMs: number
  readonly latenciesMs: readonly number[]
}

/** Closed loop: every buyer sends the next message when the last one is answered. Measures what the server can do at most. */
export async function speakInTurn(buyers: readonly SimulatedBuyer[], durationMs: number): Promise<Heard> {
  const latenciesMs: number[] = []
  let refused = 0
  let answered = 0
  const startedAt = performance.now()
  const endsAt = startedAt + durationMs

  await Promise.all(
    buyers.map(
      (buyer) =>
        new Promise<void>((resolve) => {
          let sentAt = performance.now()
          buyer.whenAnswered = (ending) => {
            answered += 1
            const now = performance.now()
            if (now >= endsAt) return resolve()
            if (ending === 'stored') latenciesMs.push(now - sentAt)
            else refused += 1
            sentAt = now
            buyer.say()
          }
          buyer.say()
        }),
    ),
  )
  return { stored: latenciesMs.length, answered, refused, elapsedMs: durationMs, latenciesMs }
}
