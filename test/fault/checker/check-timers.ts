import type { Played } from './play-again.ts'
import type { Violation } from './violation.ts'

/** A timer that waits this long after it was due was forgotten: no outage of a run is so long. */
const FORGOTTEN_AFTER_MS = 45_000

/** I10: every timer the engine armed fired once at its time or later, was cancelled, or still waits. */
export function checkTimers({ conversation, effects }: Played, now: number): readonly Violation[] {
  const { publicId, journal, timers } = conversation
  const violations: Violation[] = []
  const broken = (what: string) => violations.push({ invariant: 'I10', what: `${publicId}: timer ${what}` })
  const armed = new Map<string, { readonly generation: number; readonly dueAt: number }>()
  journal.forEach(({ event }, place) => {
    if (event.type === 'timer.fired') {
      const timer = armed.get(event.id)
      if (timer?.generation !== event.generation) broken(`${event.id} fired and was not armed`)
      else {
        armed.delete(event.id)
        if (event.at < timer.dueAt) broken(`${event.id} fired ${String(timer.dueAt - event.at)} ms early`)
      }
    }
    for (const effect of effects?.[place] ?? []) {
      if (effect.type === 'schedule') armed.set(effect.id, effect)
      else if (effect.type === 'cancel' && armed.get(effect.id)?.generation === effect.generation) {
        const overdueMs = event.at - (armed.get(effect.id)?.dueAt ?? event.at)
        if (overdueMs > FORGOTTEN_AFTER_MS)
          broken(`${effect.id} was cancelled ${String(overdueMs)} ms after it was due`)
        armed.delete(effect.id)
      }
    }
  })
  for (const { id, generation, dueAt } of timers) {
    if (armed.get(id)?.generation !== generation) broken(`${id} waits, and was fired or cancelled`)
    else if (now - dueAt > FORGOTTEN_AFTER_MS)
      broken(`${id} was due ${String(now - dueAt)} ms ago and never fired`)
    armed.delete(id)
  }
  for (const id of armed.keys()) broken(`${id} was armed and is gone`)
  return violations
}
