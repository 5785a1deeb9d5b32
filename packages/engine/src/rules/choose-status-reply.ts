import type { Rule } from './rule.ts'
import { STATUS_KINDS, type StatusKind } from './status-reply.ts'

export const CHOOSE_STATUS_REPLY: Rule = {
  ids: ['STS-01', 'STS-02', 'STS-03', 'STS-08', 'STS-10'],
  says: 'A buyer’s message that the robot does not answer, while a person is asked for or in charge, gets one status reply at most, of those that are switched on: thanks get the closing reply and no other; else the reply of somebody who is busy, else the one for when nobody is there, else the one to the first message that reaches this person.',
  reads: [],
}

/** What a buyer’s message meets. */
export interface MetState {
  /** It only says thanks or goodbye (STS-07). */
  readonly closes: boolean
  /** Whom the conversation is given to is busy (ACT-04). */
  readonly busy: boolean
  /** No person of the store is there. */
  readonly nobody: boolean
  /** It is the first of this session that reaches whom the conversation is given to, and no person has written in it yet. */
  readonly first: boolean
}

/** The reply that such a message gets, of those that are `switchedOn`; null: none (STS-08). */
export function chooseStatusReply(
  { closes, busy, nobody, first }: MetState,
  switchedOn: (kind: StatusKind) => boolean,
): StatusKind | null {
  const fits: Readonly<Record<StatusKind, boolean>> = {
    status_closing: closes,
    status_busy: busy && !closes,
    away: nobody && !closes,
    status_first: first && !closes,
  }
  return STATUS_KINDS.find((kind) => fits[kind] && switchedOn(kind)) ?? null
}
