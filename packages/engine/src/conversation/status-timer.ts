import { STATUS_KINDS, type StatusKind } from '../rules/status-reply.ts'
import type { ReceptionEvent } from './event.ts'

/** Timers of the machine are `xstate.after.…`; a delayed status reply has one of its own family: `status.status_busy`. */
const FAMILY = 'status.'

export function statusTimer(kind: StatusKind): string {
  return `${FAMILY}${kind}`
}

export function isStatusTimer(id: string): boolean {
  return id.startsWith(FAMILY)
}

/** The status reply that waits for its time, if one does: never two. */
export function delayedStatus(timers: Readonly<Record<string, number>>): StatusKind | undefined {
  return STATUS_KINDS.find((kind) => timers[statusTimer(kind)] !== undefined)
}

/** The events that may be followed by a status reply: a buyer says something that is no tap and no answer to a question. */
export function maySayStatus({ type }: ReceptionEvent): boolean {
  return (
    type === 'buyer.said' || type === 'buyer.sent' || type === 'buyer.chose' || type === 'buyer.left_contact'
  )
}
