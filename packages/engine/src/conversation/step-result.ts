import type { Effect } from './effect.ts'
import type { Refusal } from './refusal.ts'
import type { Session } from './session.ts'

/**
 * What one event leads to. `rejected`: the event was refused whole; then `session` is the one that went in and `effects` is empty.
 * `refusals` say why the robot stayed silent; they are stored with the step.
 */
export interface Step {
  readonly session: Session | null
  readonly effects: readonly Effect[]
  readonly refusals: readonly Refusal[]
  readonly rejected?: Refusal
}
