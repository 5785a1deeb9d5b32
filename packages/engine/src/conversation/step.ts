import type { Handling, NoteContent } from '@shopbell/protocol'
import type { AnyMachineSnapshot } from 'xstate'
import { automaticHourAt } from '../rules/automatic-hour.ts'
import { limitAutomaticMessages } from '../rules/limit-automatic-messages.ts'
import { advance, snapshotAt } from './advance.ts'
import type { ClassifiedEvent } from './classified-event.ts'
import type { Classified } from './classified.ts'
import { cardName } from './card-replies.ts'
import { contactDetails } from './contact-details.ts'
import type { ReceptionEvent } from './event.ts'
import type { Facts } from './facts.ts'
import { labelsOf, openVariableName } from './open-question.ts'
import { perform } from './perform.ts'
import type { Program } from './program.ts'
import type { Refusal } from './refusal.ts'
import { shownAnswer } from './read-answer.ts'
import { leftToPerson } from './left-to-person.ts'
import { readEvent, type ReadEvent } from './read-event.ts'
import { replyWithStatus, type StatusSaid } from './reply-with-status.ts'
import type { Session, StateValue } from './session.ts'
import type { Step } from './step-result.ts'
import { systemNote } from './system-note.ts'
import { questionInWords } from './text-values.ts'
import { beginTurn, say, type Turn } from './turn.ts'

/**
 * Decides what one event leads to. Pure: the same program, session, event and facts give the same step, and a session may take a
 * JSON round trip between any two steps. `program` is the live one when `beginsSession` says so, else the one the session began
 * with. A rejected event (`NOT_HELD`, `ANSWER_UNFIT`, `TIMER_NOT_ARMED`, `NOTHING_TO_DO`) changes nothing.
 */
export function step(program: Program, session: Session | null, event: ReceptionEvent, facts: Facts): Step {
  const read = readEvent(program, session, event, facts)
  const { classification } = read
  if ('rejected' in classification) {
    return { session, effects: [], refusals: [classification.rejected], rejected: classification.rejected }
  }
  return take(program, session, event, facts, read, classification)
}

/** Takes the step; one in which the robot would say too much is taken without its words instead (WEL-16). */
function take(
  program: Program,
  session: Session | null,
  event: ReceptionEvent,
  facts: Facts,
  read: ReadEvent,
  classified: Classified,
): Step {
  const { begins, here } = read
  const turn = beginTurn(program, here, event, facts)
  if (begins && session) cancelAll(turn, session)
  if (event.type === 'timer.fired') delete turn.timers[event.id]
  sayOwn(turn, classified)
  sayReplies(turn, classified)
  if (event.type === 'buyer.left_contact') keepContact(turn, event)
  const moved = runEvents(turn, here, classified.events)
  const { automaticPerHour } = facts.profile.reception
  const tooMany = limitAutomaticMessages(event.at, facts.buyer.automatic, turn.counted, automaticPerHour)
  if (tooMany) return take(program, session, event, facts, read, leftToPerson(classified, event, tooMany))
  sayNotes(turn, here, moved, session?.handling ?? 'robot')
  const ofStatus = replyWithStatus(turn, moved, classified)
  remember(turn)
  return {
    session: closeTurn(turn, here, moved, classified),
    effects: turn.effects,
    refusals: [
      ...silencesLeft(classified, ofStatus),
      ...partsOff(classified, facts),
      ...turn.missed,
      ...ofStatus.refusals,
    ],
  }
}

/** Where the robot gave a status reply, it was not silent because of a person or of thanks. */
function silencesLeft({ refusals }: Classified, { said }: StatusSaid): readonly Refusal[] {
  if (!said) return refusals
  return refusals.filter(({ code }) => code !== 'HUMAN_IN_CHARGE' && code !== 'CLOSING_PHRASE')
}

/** What a reception that begins now leaves out because it is switched off (SCH-12). */
function partsOff({ events }: Classified, { store: { without = [] } }: Facts): readonly Refusal[] {
  if (!events.some(({ type }) => type === 'reception.due')) return []
  return without.map((part) => ({ code: 'PART_OFF', because: { part } }))
}

function cancelAll(turn: Turn, { timers }: Session): void {
  for (const [id, generation] of Object.entries(timers)) turn.effects.push({ type: 'cancel', id, generation })
}

function sayOwn(turn: Turn, { own }: Classified): void {
  if (!own) return
  const kind = own.author === 'buyer' ? 'buyer' : 'human'
  turn.ownSeq = say(turn, own.author, kind, own.content, {
    replyTo: own.replyTo,
    closes: own.closes,
  })
  const { at } = turn.event
  turn.record = { ...turn.record, lastContactAt: at, ...(own.author === 'agent' ? { personAt: at } : {}) }
}

/** What the message settings say, and the right to tap it. */
function sayReplies(turn: Turn, { replies = [] }: Classified): void {
  for (const { kind, content, source } of replies) {
    const seq = say(turn, 'robot', kind, content, { replyTo: turn.ownSeq, source })
    if (content.kind !== 'choices') continue
    const held = kind === 'order_card_list' ? { cardList: seq } : { categoryList: seq }
    turn.record = { ...turn.record, ...held }
  }
}

function keepContact(turn: Turn, event: Extract<ReceptionEvent, { type: 'buyer.left_contact' }>): void {
  const { ownSeq: seq } = turn
  if (seq === undefined) return
  for (const detail of contactDetails(event, turn.locale))
    turn.effects.push({ type: 'collect', ...detail, seq })
}

interface Moved {
  readonly snapshot: AnyMachineSnapshot
  readonly handling: Handling
}

function runEvents(turn: Turn, session: Session, events: readonly ClassifiedEvent[]): Moved {
  const { machine } = turn.program
  let snapshot = snapshotAt(machine, session)
  for (const event of events) snapshot = runEvent(turn, session, snapshot, event)
  return { snapshot, handling: handlingIn(snapshot.value) }
}

function runEvent(
  turn: Turn,
  session: Session,
  before: AnyMachineSnapshot,
  event: ClassifiedEvent,
): AnyMachineSnapshot {
  if (event.type === 'question.answered') collect(turn, session, event)
  if (event.type === 'reception.due') turn.record = { ...turn.record, receivedAt: turn.event.at }
  const { snapshot, actions } = advance(turn.program.machine, before, event)
  for (const action of actions) perform(turn, action, event)
  // A first message that equals a question is answered below the list; where the path showed none, it is answered at its end.
  if (event.type === 'reception.due' && event.question !== null && !turn.answeredQuestion) {
    return runEvent(turn, session, snapshot, {
      type: 'faq.tapped',
      question: event.question,
      world: event.world,
    })
  }
  return snapshot
}

function collect(
  turn: Turn,
  session: Session,
  { value }: Extract<ClassifiedEvent, { type: 'question.answered' }>,
): void {
  const { program } = turn
  const variable = openVariableName(program, session)
  if (variable === undefined || !session.open || turn.ownSeq === undefined) return
  const declared = program.document.variables[variable]
  const unit = declared?.type === 'number' ? declared.unit : undefined
  turn.effects.push({
    type: 'collect',
    variable,
    question: questionInWords(
      { program, facts: turn.facts, locale: session.locale, answers: session.context.answers },
      session.open.block,
    ),
    value,
    shown: shownAnswer(declared, value, labelsOf(program, session)),
    ...(unit === undefined ? {} : { unit }),
    seq: turn.ownSeq,
  })
}

/**
 * Tells both sides that the speaker changed, and the shell who speaks now or which group is waited for. `shown` is what the
 * conversation's row says so far.
 */
function sayNotes(turn: Turn, before: Session, { snapshot, handling: to }: Moved, shown: Handling): void {
  const { event } = turn
  const note = to === before.handling ? null : noteOf(to, turn)
  if (note) say(turn, 'system', 'note', systemNote(note, turn.locale))
  const isPassedOn = to === 'waiting' && snapshot.context.handedTo !== before.context.handedTo
  if (to === shown && !isPassedOn && event.type !== 'agent.assigned') return
  turn.effects.push({
    type: 'handling',
    from: shown,
    to,
    ...(to === 'waiting' ? { group: snapshot.context.handedTo ?? GENERAL_GROUP } : {}),
    ...('agent' in event ? { agent: event.agent } : {}),
  })
}

/** The pool that takes what no handoff block gave to a group. */
const GENERAL_GROUP = 'general'

function noteOf(to: Handling, { event, saidClosing }: Turn): NoteContent['code'] | null {
  switch (to) {
    case 'waiting':
      return saidClosing ? null : 'waiting_for_person'
    case 'human':
      return event.type === 'agent.assigned' ? 'person_joined' : null
    case 'robot':
      return 'robot_returned'
    case 'closed':
      return 'closed'
  }
}

function remember(turn: Turn): void {
  if (turn.counted > 0) {
    const { since, count } = automaticHourAt(turn.event.at, turn.record.automatic)
    turn.record = { ...turn.record, automatic: { since, count: count + turn.counted } }
  }
  if (turn.record !== turn.facts.buyer) turn.effects.push({ type: 'remember', record: turn.record })
}

function closeTurn(
  turn: Turn,
  before: Session,
  { snapshot, handling }: Moved,
  classified: Classified,
): Session {
  const { context } = snapshot
  const asked = askedAfter(turn, before, classified)
  const listed = listedAfter(turn, before, classified)
  return {
    value: snapshot.value,
    context: { answers: context.answers, handedTo: context.handedTo },
    open: turn.open,
    handling,
    ...(answeredAfter(turn, before, classified) ? { answered: true } : {}),
    ...(asked === undefined ? {} : { asked }),
    ...(turn.status === undefined ? {} : { status: turn.status }),
    ...(listed === undefined ? {} : { listed }),
    locale: before.locale,
    entrance: before.entrance,
    startedAt: before.startedAt,
    lastAt: turn.head > turn.facts.head ? turn.event.at : before.lastAt,
    timers: turn.timers,
    generation: turn.generation,
  }
}

/** Whoever has said nothing but thanks since the shop spoke still waits for nothing (STS-07). */
function answeredAfter({ spoke }: Turn, { answered }: Session, { own }: Classified): boolean {
  if (spoke) return true
  const isAsking = own?.author === 'buyer' && own.closes === undefined
  return answered === true && !isAsking
}

/** The products of this session for which the questions were begun, by themselves or within the reception (SQ-10). */
function askedAfter({ event, facts }: Turn, { asked }: Session, { events }: Classified): Session['asked'] {
  if (event.type !== 'buyer.sent' || event.card !== 'product' || !facts.card) return asked
  const begins = events.some(({ type }) => type === 'questions.due' || type === 'reception.due')
  return begins ? [...(asked ?? []), event.ref] : asked
}

/** The cards of this session that the list for cards came with (CRD-03). */
function listedAfter({ event }: Turn, { listed }: Session, { replies = [] }: Classified): Session['listed'] {
  const came = event.type === 'buyer.sent' && replies.some(({ kind }) => kind === 'order_card_list')
  return came ? [...(listed ?? []), cardName(event)] : listed
}

function handlingIn(value: StateValue): Handling {
  const handling = typeof value === 'string' ? value : value['handling']
  return handling === 'waiting' || handling === 'human' || handling === 'closed' ? handling : 'robot'
}
