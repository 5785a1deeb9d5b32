import type { FormField, MessageKind } from '@shopbell/protocol'
import type { Params } from '../flow/machine-config.ts'
import type { ReceptionStep } from '../flow/profile.ts'
import { leaveOutPart } from '../rules/leave-out-part.ts'
import type { AskedAction } from './advance.ts'
import { armTimer, cancelTimer } from './arm-timer.ts'
import type { BuyerRecord } from './buyer-record.ts'
import type { ClassifiedEvent } from './classified-event.ts'
import { extraContent } from './extra-content.ts'
import { answerOf, wordsIn } from './list-answer.ts'
import { labelsOfBlock } from './open-question.ts'
import { textOf } from './program.ts'
import { filledText, questionInWords, type ValueSource } from './text-values.ts'
import { say, type Turn } from './turn.ts'

type Perform = (turn: Turn, params: Params, action: AskedAction, event: ClassifiedEvent) => void

/** What each named action of a compiled flow does to a turn. The names are public: `vocabulary.ts` documents them. */
const PERFORMERS: Readonly<Record<string, Perform>> = {
  send: (turn, { block, kind, text }, action) => {
    const as = messageKind(kind)
    if (as === 'welcome' && isWithout(turn, 'welcome')) return
    sendText(turn, action, String(text), as, String(block))
  },
  sendClosing: (turn, { block, text }, action) => {
    const kind = Object.keys(action.context.answers).length > 0 ? 'smart_closing' : 'transfer_notice'
    turn.saidClosing = sendText(turn, action, String(text), kind, String(block))
  },
  sendExtra,
  missExtension: (turn, { block, kind }) => {
    const because = { block: String(block), kind: String(kind) }
    turn.missed = [...turn.missed, { code: 'EXTENSION_MISSING', because }]
  },
  sendList,
  sendProducts,
  answerQuestion,
  ask,
  remind: (turn, { block }, action) => {
    const id = String(block)
    const text = filled(turn, action, `${id}.reminder`) || questionInWords(valuesFor(turn, action), id)
    sendWords(turn, text, 'reminder', id)
  },
  closeQuestion: (turn) => {
    turn.open = null
  },
  'xstate.raise': armTimer,
  'xstate.cancel': cancelTimer,
}

/** Carries out one action on the turn. An action of another name is somebody else's: nothing is done. */
export function perform(turn: Turn, action: AskedAction, event: ClassifiedEvent): void {
  PERFORMERS[action.type]?.(turn, action.params, action, event)
}

/** The seller switched this part of the reception off (SCH-12); the rest keeps its order. */
function isWithout({ facts }: Turn, part: ReceptionStep): boolean {
  return leaveOutPart(part, facts.store.without)
}

function sendText(turn: Turn, action: AskedAction, key: string, kind: MessageKind, source: string): boolean {
  return sendWords(turn, filled(turn, action, key), kind, source)
}

function sendWords(turn: Turn, text: string, kind: MessageKind, source: string): boolean {
  if (text === '') return false
  say(turn, 'robot', kind, { kind: 'text', text }, { source })
  return true
}

function filled(turn: Turn, action: AskedAction, key: string): string {
  return filledText(valuesFor(turn, action), textOf(turn.program, turn.locale, key))
}

function valuesFor({ program, facts, locale }: Turn, { context }: AskedAction): ValueSource {
  return { program, facts, locale, answers: context.answers }
}

function sendExtra(turn: Turn, params: Params, action: AskedAction): void {
  const words = filled(turn, action, String(params['text']))
  if (words === '') return
  const content = extraContent(words, params, turn.facts.known ?? {})
  say(turn, 'robot', 'flow_message', content, { source: String(params['block']) })
}

/** The list and the right to tap it; nothing when no question is on (WEL-14). */
function sendList(turn: Turn, { block }: Params, action: AskedAction): void {
  const { program, locale } = turn
  const { list } = program
  const options = (list?.questions ?? [])
    .filter(({ enabled }) => enabled)
    .map(({ id, question }) => ({ id, label: wordsIn(question, locale, program.document.defaultLocale) }))
  if (!list || options.length === 0 || isWithout(turn, 'faq_list')) return
  const text = filled(turn, action, String(block))
  const seq = say(
    turn,
    'robot',
    'faq_list',
    { kind: 'choices', ...(text === '' ? {} : { text }), options, list: list.version },
    { source: String(block) },
  )
  const { tappedAt: _, ...record } = turn.record
  turn.record = {
    ...record,
    held: { seq, flowVersion: list.flowVersion, listVersion: list.version },
    tapped: false,
  }
}

function sendProducts(turn: Turn, { block, count }: Params, action: AskedAction): void {
  const items = (turn.facts.products ?? []).slice(0, Number(count))
  if (items.length === 0 || isWithout(turn, 'recommendation')) return
  const text = filled(turn, action, String(block))
  say(
    turn,
    'robot',
    'recommendation',
    { kind: 'products', ...(text === '' ? {} : { text }), items },
    { source: String(block) },
  )
}

function answerQuestion(turn: Turn, _params: Params, action: AskedAction, event: ClassifiedEvent): void {
  const question = 'question' in event ? event.question : null
  if (question === null) return
  const { program, facts, locale } = turn
  const text = filledText(valuesFor(turn, action), answerOf(program, facts, question, locale))
  turn.answeredQuestion = true
  turn.record = tappedNow(turn)
  if (text === '') return
  say(turn, 'robot', 'faq_answer', { kind: 'text', text }, { replyTo: turn.ownSeq, source: question })
}

function tappedNow({ record, event }: Turn): BuyerRecord {
  if (record.held === null || record.tapped) return record
  return { ...record, tapped: true, tappedAt: event.at }
}

function ask(turn: Turn, { block, variable }: Params, action: AskedAction): void {
  const id = String(block)
  const text = questionInWords(valuesFor(turn, action), id)
  const seq = say(
    turn,
    'robot',
    'smart_question',
    { kind: 'form', text, field: fieldOf(turn, id, String(variable)) },
    { source: id },
  )
  turn.open = { block: id, seq }
}

function fieldOf({ program, locale }: Turn, block: string, name: string): FormField {
  const variable = program.document.variables[name]
  if (!variable) return { type: 'text' }
  if (variable.type === 'choice' || variable.type === 'choices') {
    const labelOf = labelsOfBlock(program, block, locale)
    return { type: variable.type, options: variable.options.map((id) => ({ id, label: labelOf(id) })) }
  }
  return variable
}

function messageKind(kind: Params[string] | undefined): MessageKind {
  return kind === 'welcome' ? 'welcome' : 'flow_message'
}
