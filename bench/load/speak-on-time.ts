import type { SimulatedBuyer } from './simulated-buyer.ts'
import type { Heard } from './speak-in-turn.ts'

/**
 * Open loop: messages are due at fixed instants, whether or not earlier ones are answered, as buyers who know nothing of each other
 * would send them. A latency counts from the instant a message was due, so that a stall is charged to every message it delayed.
 */
export async function speakOnTime(
  buyers: readonly SimulatedBuyer[],
  perSecond: number,
  durationMs: number,
): Promise<Heard> {
  const total = Math.round((perSecond * durationMs) / 1_000)
  const gapMs = 1_000 / perSecond
  const latenciesMs: number[] = []
  const done = Promise.withResolvers<void>()
  let sent = 0
  let answered = 0
  let refused = 0

  const dueAts = buyers.map((): number[] => [])
  buyers.forEach((buyer, place) => {
    buyer.whenAnswered = (ending) => {
      const dueAt = dueAts[place]?.shift() ?? NaN
      if (ending === 'stored') latenciesMs.push(performance.now() - dueAt)
      else refused += 1
      answered += 1
      if (answered === total) done.resolve()
    }
  })

  const startedAt = performance.now()
  const sendDue = () => {
    const now = performance.now()
    for (let dueAt = startedAt + sent * gapMs; sent < total && dueAt <= now; dueAt += gapMs) {
      const place = sent % buyers.length
      sent += 1
      dueAts[place]?.push(dueAt)
      buyers[place]?.say()
    }
    if (sent < total) setTimeout(sendDue, 1)
  }
  sendDue()
  await done.promise
  const elapsedMs = performance.now() - startedAt
  return { stored: latenciesMs.length, answered, refused, elapsedMs, latenciesMs }
}
