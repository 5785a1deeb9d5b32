import type { Author, MessageContent, MessageKind } from '@shopbell/protocol'
import type { BuyerRecord } from './buyer-record.ts'
import type { Effect } from './effect.ts'
import type { ReceptionEvent } from './event.ts'
import type { Facts } from './facts.ts'
import type { Program } from './program.ts'
import type { Refusal } from './refusal.ts'
import type { Session, SessionStatus } from './session.ts'

/**
 * The working copy of one step: what it has said and done so far. The only mutable thing in the engine; it lives from the first to
 * the last line of `step`.
 */
export interface Turn {
  readonly program: Program
  readonly facts: Facts
  readonly event: ReceptionEvent
  readonly effects: Effect[]
  readonly locale: string
  head: number
  open: Session['open']
  timers: Record<string, number>
  generation: number
  record: BuyerRecord
  status: SessionStatus | undefined
  /** Seq of the sender's own message. */
  ownSeq: number | undefined
  /** Robot's words that count for its hour (WEL-16): a robot does not tap, and FAQ-09 sets no limit to taps. */
  counted: number
  /** The robot or a person has said something. */
  spoke: boolean
  /** The robot has. */
  robotSpoke: boolean
  /** When the session began. */
  readonly startedAt: number
  /** A question was answered within this step. */
  answeredQuestion: boolean
  /** The handoff block said its closing line. */
  saidClosing: boolean
  /** Blocks that could not be run, each a reason. */
  missed: readonly Refusal[]
}

const NOTHING_MISSED: readonly Refusal[] = []

export function beginTurn(program: Program, session: Session, event: ReceptionEvent, facts: Facts): Turn {
  return {
    program,
    facts,
    event,
    effects: [],
    locale: session.locale,
    head: facts.head,
    open: session.open,
    timers: { ...session.timers },
    generation: session.generation,
    record: facts.buyer,
    status: session.status,
    ownSeq: undefined,
    counted: 0,
    spoke: false,
    robotSpoke: false,
    startedAt: session.startedAt,
    answeredQuestion: false,
    saidClosing: false,
    missed: NOTHING_MISSED,
  }
}

/** Adds a message and returns its seq. */
export function say(
  turn: Turn,
  author: Author,
  kind: MessageKind,
  content: MessageContent,
  more: {
    readonly replyTo?: number | undefined
    readonly source?: string
    readonly closes?: true | undefined
  } = {},
): number {
  const { replyTo, source, closes } = more
  turn.head += 1
  if (author === 'robot' && turn.event.type !== 'buyer.tapped' && kind !== 'self_menu_reply')
    turn.counted += 1
  if (author === 'robot' || author === 'agent') turn.spoke = true
  if (author === 'robot') turn.robotSpoke = true
  turn.effects.push({
    type: 'message',
    author,
    kind,
    content,
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(source === undefined ? {} : { source }),
    ...(closes === undefined ? {} : { closes }),
  })
  return turn.head
}
