import type { MessageEffect } from '../conversation/effect.ts'
import type { ReceptionEvent } from '../conversation/event.ts'
import type { JournalledFacts } from '../conversation/facts-json.ts'
import type { Session } from '../conversation/session.ts'
import type { Step } from '../conversation/step-result.ts'
import type { Profile } from '../flow/profile.ts'
import type { Shop } from './open-shop.ts'

/** One accepted step of a conversation, with what was before it. */
export interface Moment {
  readonly event: ReceptionEvent
  readonly facts: JournalledFacts
  readonly before: Session | null
  readonly after: Session
  readonly taken: Step
  readonly said: readonly MessageEffect[]
  /** Messages before this step. */
  readonly head: number
}

/** A sentence that has to hold after every step. */
export type Invariant = (moment: Moment, all: readonly Moment[], shop: Shop, profile: Profile) => boolean

export function hasKind({ said }: Moment, kind: MessageEffect['kind']): boolean {
  return said.some((message) => message.kind === kind)
}

/** Shops of these tests are in Shanghai, which has no summer time. */
export function shanghaiDay({ event }: Moment): string {
  return new Date(event.at + 8 * 3_600_000).toISOString().slice(0, 10)
}
