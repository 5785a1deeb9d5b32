import type { Handling } from '@shopbell/protocol'
import { chooseStatusReply } from '../rules/choose-status-reply.ts'
import { limitAutomaticMessages } from '../rules/limit-automatic-messages.ts'
import { sayWhatStillHolds } from '../rules/say-what-still-holds.ts'
import { spaceStatusReplies } from '../rules/space-status-replies.ts'
import { STATUS_KINDS, type StatusKind, type StatusMemory, type StatusReply } from '../rules/status-reply.ts'
import type { Verdict } from '../rules/verdict.ts'
import { fillVariables } from '../text/fill-variables.ts'
import { localDay } from '../time/local-day.ts'
import { momentInWords } from '../time/moment-in-words.ts'
import type { Classified } from './classified.ts'
import type { Facts, StatusFacts } from './facts.ts'
import type { Refusal } from './refusal.ts'
import { delayedStatus, isStatusTimer, maySayStatus, statusTimer } from './status-timer.ts'
import { say, type Turn } from './turn.ts'

/** What came of status replies in a step. */
export interface StatusSaid {
  readonly said: boolean
  /** Why one that was due was not given. */
  readonly refusals: readonly Refusal[]
}

const NOTHING: StatusSaid = { said: false, refusals: [] }

/**
 * Gives the status reply that is due after all else of a step (STS-01…STS-11): where the robot said nothing, and a person is asked for
 * or in charge. It opens and ends nothing. One that is to wait is a timer; who writes, answers or gives back first takes it away.
 */
export function replyWithStatus(
  turn: Turn,
  { handling }: { readonly handling: Handling },
  { own }: Classified,
): StatusSaid {
  const { event, facts } = turn
  const isWithPeople = handling === 'waiting' || handling === 'human'
  if (!isWithPeople || own?.author === 'agent' || event.type === 'agent.typed') {
    cancelDelayed(turn)
    return NOTHING
  }
  if (event.type === 'timer.fired') return isStatusTimer(event.id) ? sayDelayed(turn, event.id) : NOTHING
  const { status } = facts
  if (status === undefined || !maySayStatus(event)) return NOTHING
  const isFirst = reach(turn, status.agent)
  if (turn.robotSpoke) return NOTHING
  const closes = own?.closes === true
  const kind = chooseStatusReply(
    { closes, busy: status.busy === true, nobody: status.nobody === true, first: isFirst },
    (one) => status.replies[one] !== undefined,
  )
  return kind === null ? NOTHING : give(turn, kind, status)
}

/** Notes that a message reached this person in the session; true: it is the first, and no person has written in it (STS-05). */
function reach(turn: Turn, agent: string | undefined): boolean {
  if (agent === undefined) return false
  const reached = turn.status?.reached ?? []
  if (reached.includes(agent)) return false
  turn.status = { ...turn.status, reached: [...reached, agent] }
  const { personAt } = turn.facts.buyer
  return personAt === undefined || personAt < turn.startedAt
}

function give(turn: Turn, kind: StatusKind, status: StatusFacts): StatusSaid {
  const waiting = delayedStatus(turn.timers)
  // What waits already is for this message, too, unless this one matters more.
  if (waiting !== undefined && rank(waiting) <= rank(kind)) return NOTHING
  const { event, facts, record } = turn
  const lately = spaceStatusReplies(event.at, kind, {
    memory: record.status ?? {},
    closed: turn.status?.closed === true,
    agent: status.agent,
    timeZone: facts.store.timeZone,
  })
  const reply = status.replies[kind]
  const whyNot = lately ?? (reply?.delayMs === undefined ? whyTooMany(turn) : null)
  if (whyNot) return { said: false, refusals: [whyNot] }
  cancelDelayed(turn)
  noteGiven(turn, kind, status.agent)
  if (reply?.delayMs === undefined) return sayNow(turn, kind, reply)
  arm(turn, kind, reply.delayMs)
  return NOTHING
}

function rank(kind: StatusKind): number {
  return STATUS_KINDS.indexOf(kind)
}

/** The session and the buyer remember it from when it is due, so that no second one is armed meanwhile. */
function noteGiven(turn: Turn, kind: StatusKind, agent: string | undefined): void {
  if (kind === 'status_closing') {
    turn.status = { ...(turn.status ?? { reached: [] }), closed: true }
    return
  }
  turn.record = { ...turn.record, status: afterGiving(turn, turn.record.status ?? {}, kind, agent) }
}

function afterGiving(
  { event: { at }, facts }: Turn,
  memory: StatusMemory,
  kind: Exclude<StatusKind, 'status_closing'>,
  agent: string | undefined,
): StatusMemory {
  if (kind === 'status_busy') return { ...memory, busyAt: at }
  if (kind === 'away') return { ...memory, awayAt: at }
  const { timeZone } = facts.store
  const today = localDay(at, timeZone)
  const ofToday = Object.entries(memory.first ?? {}).filter(([, then]) => localDay(then, timeZone) === today)
  return {
    ...memory,
    first: { ...Object.fromEntries(ofToday), ...(agent === undefined ? {} : { [agent]: at }) },
  }
}

function sayDelayed(turn: Turn, id: string): StatusSaid {
  const kind = STATUS_KINDS.find((one) => statusTimer(one) === id)
  if (kind === undefined) return NOTHING
  const { status } = turn.facts
  const reply = status?.replies[kind]
  const past = sayWhatStillHolds(kind, {
    switchedOn: reply !== undefined,
    busy: status?.busy === true,
    nobody: status?.nobody === true,
  })
  const whyNot = past ?? whyTooMany(turn)
  return whyNot ? { said: false, refusals: [whyNot] } : sayNow(turn, kind, reply)
}

/** They count for the hour of the robot like any of its words (WEL-16). */
function whyTooMany({ event, facts }: Turn): Verdict {
  return limitAutomaticMessages(event.at, facts.buyer.automatic, 1, facts.profile.reception.automaticPerHour)
}

function sayNow(turn: Turn, kind: StatusKind, reply: StatusReply | undefined): StatusSaid {
  const text = fillVariables(reply?.text ?? '', (name) => valueOf(turn.facts, turn.locale, name))
  if (text === '') return NOTHING
  say(turn, 'robot', kind, { kind: 'text', text })
  return { said: true, refusals: [] }
}

function valueOf({ store, buyerName, status }: Facts, locale: string, name: string): string | undefined {
  if (name === 'store.name') return store.name
  if (name === 'buyer.name') return buyerName
  if (name !== 'store.opens' || status?.opens === undefined) return undefined
  const { at, timeZone, theirs, locale: ofReply = locale } = status.opens
  return `${momentInWords(at, timeZone, ofReply)}${theirs ? '' : ` (${timeZone})`}`
}

function arm(turn: Turn, kind: StatusKind, delayMs: number): void {
  turn.generation += 1
  turn.timers[statusTimer(kind)] = turn.generation
  turn.effects.push({
    ...{ type: 'schedule', id: statusTimer(kind), generation: turn.generation },
    ...{ kind: 'other', block: '', dueAt: turn.event.at + delayMs },
  })
}

function cancelDelayed(turn: Turn): void {
  const kind = delayedStatus(turn.timers)
  if (kind === undefined) return
  const id = statusTimer(kind)
  const generation = turn.timers[id]
  delete turn.timers[id]
  if (generation !== undefined) turn.effects.push({ type: 'cancel', id, generation })
}
