import type { JsonState, Params } from '../flow/machine-config.ts'
import type { ScheduleEffect } from './effect.ts'
import type { Program } from './program.ts'
import type { Turn } from './turn.ts'

/** `xstate.after.<delay>.reception.path.<block>.open`: the id XState gives a delayed transition. */
const TIMER_ID = /^xstate\.after\.(\d+)\.reception\.path\.([^.]+)\./

/** A delayed transition becomes a `schedule` effect with a generation of its own: XState's ids repeat when a state is entered again. */
export function armTimer(turn: Turn, { id, delay }: Params): void {
  if (typeof id !== 'string' || typeof delay !== 'number') return
  turn.generation += 1
  turn.timers[id] = turn.generation
  turn.effects.push({
    type: 'schedule',
    id,
    generation: turn.generation,
    ...meaningOf(turn.program, id),
    dueAt: turn.event.at + delay,
  })
}

/** Leaving a state cancels its timers; one that has fired or was never armed needs nothing. */
export function cancelTimer(turn: Turn, { sendId }: Params): void {
  if (typeof sendId !== 'string') return
  const generation = turn.timers[sendId]
  if (generation === undefined) return
  delete turn.timers[sendId]
  turn.effects.push({ type: 'cancel', id: sendId, generation })
}

/** A timer that leads elsewhere is a timeout, one that stays is a reminder. */
function meaningOf({ config }: Program, id: string): Pick<ScheduleEffect, 'kind' | 'block'> {
  const [, delay = '', block = ''] = TIMER_ID.exec(id) ?? []
  const state: JsonState | undefined = config.states?.['path']?.states?.[block]?.states?.['open']
  const transition = state?.after?.[delay]?.[0]
  if (!transition) return { kind: 'other', block }
  return { kind: transition.target === undefined ? 'reminder' : 'timeout', block }
}
