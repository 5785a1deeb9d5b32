import type { ReceptionEvent } from '../conversation/event.ts'
import type { Facts } from '../conversation/facts.ts'
import { hearClosingPhrase } from '../rules/hear-closing-phrase.ts'
import { dayOf } from './reference-due.ts'
import type { Memory } from './reference-path.ts'

const MINUTE = 60_000
const ORDER = ['status_closing', 'status_busy', 'away', 'status_first'] as const
type Kind = (typeof ORDER)[number]

/** The model's own word on status replies: what is said or armed at the end of a step, or why not; null: nothing of either. */
export function statusAtEnd(
  is: Memory,
  event: ReceptionEvent,
  facts: Facts,
  robotSpoke: boolean,
): { readonly said?: Kind; readonly why?: string } | null {
  const { status } = facts
  const quiet = is.handling !== 'waiting' && is.handling !== 'human'
  if (quiet || event.type === 'agent.replied' || event.type === 'agent.typed') {
    is.delayed = null
    return null
  }
  const full = is.hour.count + 1 > facts.profile.reception.automaticPerHour
  if (event.type === 'timer.fired') {
    const kind = ORDER.find((one) => event.id === `status.${one}`)
    if (kind === undefined) return null
    const past = (kind === 'status_busy' && !status?.busy) || (kind === 'away' && !status?.nobody)
    if (past || status?.replies[kind] === undefined) return { why: 'STATUS_NO_LONGER_TRUE' }
    return full ? { why: 'TOO_MANY_AUTOMATIC' } : { said: kind }
  }
  const isWords = ['buyer.said', 'buyer.sent', 'buyer.chose', 'buyer.left_contact'].includes(event.type)
  if (!isWords || status === undefined) return null
  const { agent, replies } = status
  let first = false
  if (agent !== undefined && !is.reached.includes(agent)) {
    is.reached.push(agent)
    first = is.personAt === null || is.personAt < is.startedAt
  }
  if (robotSpoke) return null
  const kind = is.closes
    ? 'status_closing'
    : ORDER.find(
        (one) =>
          replies[one] !== undefined &&
          ((one === 'status_busy' && status.busy) ||
            (one === 'away' && status.nobody) ||
            (one === 'status_first' && first)),
      )
  const reply = kind && replies[kind]
  if (!kind || !reply) return null
  if (is.delayed !== null && ORDER.indexOf(is.delayed.kind) <= ORDER.indexOf(kind)) return null
  if (lately(is, kind, event.at, agent)) return { why: 'STATUS_SENT_LATELY' }
  if (reply.delayMs === undefined && full) return { why: 'TOO_MANY_AUTOMATIC' }
  is.delayed = null
  if (kind === 'status_closing') is.saidGoodbye = true
  if (kind === 'status_busy') is.busyAt = event.at
  if (kind === 'away') is.awayDay = dayOf(event.at)
  if (kind === 'status_first') is.firstDays.set(agent ?? '', dayOf(event.at))
  if (reply.delayMs === undefined) return { said: kind }
  is.delayed = { kind, generation: null }
  return null
}

/** Words that only close are written down as such; true: they do. */
export function onlyCloses(is: Memory, event: ReceptionEvent, facts: Facts): boolean {
  is.closes =
    event.type === 'buyer.said' && is.answered && (facts.closes ?? hearClosingPhrase(event.text, true))
  return is.closes
}

/** The time of a reply that waits has come; else why not. */
export function delayedFires(is: Memory, id: string, generation: number): string | null {
  if (is.delayed?.generation !== generation || id !== `status.${is.delayed.kind}`) return 'TIMER_NOT_ARMED'
  is.delayed = null
  return null
}

function lately(is: Memory, kind: Kind, at: number, agent: string | undefined): boolean {
  if (kind === 'status_closing') return is.saidGoodbye
  if (kind === 'status_busy') return is.busyAt !== null && at < is.busyAt + 10 * MINUTE
  return (kind === 'away' ? is.awayDay : is.firstDays.get(agent ?? '')) === dayOf(at)
}
