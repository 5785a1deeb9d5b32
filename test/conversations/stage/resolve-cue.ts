import type { AnswerValue, FlowDocument } from '@shopbell/engine'
import type { ChoiceOption, FormField } from '@shopbell/protocol'
import { ScriptError } from '../script/script-error.ts'
import type { Scene, Script } from '../script/script.ts'
import { changeQuestion } from './change-question.ts'
import { instantOf, nextDay } from './local-moment.ts'
import type { Cue, Shown } from './stage.ts'

/** What a cue is resolved against. */
export interface Moment {
  readonly now: number
  readonly timeZone: string
  readonly shown: readonly Shown[]
  /** The flow that is live. */
  readonly document: FlowDocument
}

/** Turns an act into what a client sends: a tapped label becomes the message that shows it and the option's id. */
export function resolveCue(script: Script, { act, line }: Scene, moment: Moment): Cue {
  const fail = (message: string): never => {
    throw new ScriptError(script.file, line, message)
  }
  const unknown = (question: string): never => fail(`The flow has no question called “${question}”.`)
  switch (act.does) {
    case 'opens':
      return { does: 'open', entry: act.entry, ...(act.ref ? { ref: act.ref } : {}) }
    case 'says':
      return { does: 'say', text: act.text }
    case 'taps':
      return tapOn(act.label, moment.shown) ?? fail(`The buyer has nothing called “${act.label}” to tap.`)
    case 'answers':
      return answerTo(act.text, moment.shown) ?? fail('No question with a form is on the screen.')
    case 'sends':
      return { does: 'send', card: act.card, ref: act.ref }
    case 'chooses':
      return { does: 'choose', label: act.label }
    case 'ordered':
      return { does: 'order', ref: act.ref, title: act.title }
    case 'sets':
      return { does: 'set', rule: act.rule }
    case 'gets busy':
      return { does: 'get busy', person: act.person }
    case 'judges':
      return { does: 'judge', message: newestAnswer(moment.shown), solved: act.solved }
    case 'asks for a person':
      return { does: 'ask for a person' }
    case 'replies':
      return { does: 'reply', person: act.person, text: act.text }
    case 'takes':
      return { does: 'take', person: act.person }
    case 'returns':
      return { does: 'return', person: act.person }
    case 'closes':
      return { does: 'close', person: act.person }
    case 'rewrites':
      return (
        publish(changeQuestion(moment.document, act.question, { answer: act.text })) ?? unknown(act.question)
      )
    case 'switches':
      return (
        publish(changeQuestion(moment.document, act.question, { enabled: act.on })) ?? unknown(act.question)
      )
    case 'time passes':
      return { does: 'wait until', at: moment.now + act.byMs }
    case 'time comes': {
      const day = act.day === 'next' ? nextDay(moment.now, moment.timeZone) : act.day
      const at = instantOf({ day, time: act.time }, moment.timeZone)
      return at > moment.now
        ? { does: 'wait until', at }
        : fail('Time does not go back; this moment is past.')
    }
  }
}

/** Its seq; without any answer the last message’s, which the shop has to refuse. */
function newestAnswer(shown: readonly Shown[]): number {
  return (shown.findLast(({ kind }) => kind.endsWith('_answer')) ?? shown.at(-1))?.seq ?? 1
}

function publish(document: FlowDocument | null): Cue | null {
  return document && { does: 'publish', document }
}

function tapOn(label: string, shown: readonly Shown[]): Cue | null {
  for (const { seq, content } of shown.toReversed()) {
    const options = optionsOf(content)
    const option = options.find((candidate) => candidate.label === label)
    if (option) return { does: 'tap', message: seq, option: option.id }
  }
  return null
}

function optionsOf(content: Shown['content']): readonly ChoiceOption[] {
  if (content.kind === 'choices') return content.options
  if (content.kind === 'form') return content.field.options ?? []
  return []
}

/** Fills in the newest form. What fits no option, number or date is sent as it is: the shop has to refuse it, not this stage. */
function answerTo(text: string, shown: readonly Shown[]): Cue | null {
  const message = shown.findLast(({ content }) => content.kind === 'form')
  if (message?.content.kind !== 'form') return null
  const { field } = message.content
  const tapped = field.type === 'choice' ? idOf(text, field) : undefined
  if (tapped) return { does: 'tap', message: message.seq, option: tapped }
  return { does: 'answer', message: message.seq, value: valueOf(text, field) }
}

function valueOf(text: string, field: FormField): AnswerValue {
  if (field.type === 'number' && text.trim() !== '' && Number.isFinite(Number(text))) return Number(text)
  if (field.type !== 'choices') return text
  return text.split('|').map((label) => idOf(label.trim(), field) ?? label.trim())
}

function idOf(label: string, { options = [] }: FormField): string | undefined {
  return options.find((option) => option.label === label)?.id
}
