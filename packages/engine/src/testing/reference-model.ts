import type { ReceptionEvent } from '../conversation/event.ts'
import type { Facts } from '../conversation/facts.ts'
import type { FlowDocument } from '../document/flow-document.ts'
import { flowGraph, inFlowOrder } from '../document/graph.ts'
import type { AnswerValue } from '../flow/variable.ts'
import { answerFits, readAnswer } from '../conversation/read-answer.ts'
import { begins, dayOf, dueBefore, whyNotDue } from './reference-due.ts'
import { canBeReached, isCounted, isListed, isRobots, questionLike } from './reference-words.ts'
import { delayedFires, onlyCloses, statusAtEnd } from './reference-status.ts'
import { beginSession, followPath, isOn, newMemory, type Memory } from './reference-path.ts'
import { askForPerson, bringByCard, chooseFromMenu, type Pen, tapSettled } from './reference-settled.ts'

const HOUR = 3_600_000

/**
 * The rules of a reception once more, straight from the specification and in the plainest way, to judge `step` by. It walks the document
 * itself; of the engine it shares only how texts are compared, answers read and blocks ordered. For one version and a shop in Shanghai.
 */
export function referenceModel(document: FlowDocument) {
  const { blocks, variables } = document
  const is = newMemory()
  const listBlock = Object.keys(blocks).find((id) => blocks[id]?.kind === 'faq') ?? ''
  const path = inFlowOrder(flowGraph(document), document.entries.reception ?? '')
  const firstAsker = path.find((id) => blocks[id]?.kind === 'smart-question' && isOn(blocks[id]))
  const text = (key: string) =>
    document.texts[is.locale]?.[key] ?? document.texts[document.defaultLocale]?.[key] ?? ''
  const labelOf = (block: string) => (option: string) => text(`${block}.${option}.label`) || option
  let lines: string[] = []
  let seq = 0

  const say = (line: string): number => {
    lines.push(line)
    return ++seq
  }
  const robot = (kind: string, source: string, key: string = source) => {
    if (text(key).trim() !== '') say(`${kind} ${source}`)
  }
  const reason = (line: string): void => void lines.push(line)
  const penFor = (event: ReceptionEvent): Pen => ({ is, say, reason, own: () => own('buyer', event) })
  const closeQuestion = () => {
    is.open = null
    is.timers.clear()
  }

  function take(event: ReceptionEvent, facts: Facts): readonly string[] {
    lines = []
    seq = facts.head
    is.card = event.type === 'buyer.sent' ? event.card : null
    is.words = event.type === 'buyer.said' ? event.text : null
    is.closes = false
    const before = structuredClone(is)
    const rejected = hear(event, facts, false)
    if (rejected) {
      Object.assign(is, before)
      return [`✗ ${rejected}`]
    }
    if (is.hour.count === 0 || event.at - is.hour.since >= HOUR) is.hour = { since: event.at, count: 0 }
    const said = event.type === 'buyer.tapped' ? 0 : lines.filter(isCounted).length
    if (said > 0 && is.hour.count + said > facts.profile.reception.automaticPerHour) {
      lines = []
      seq = facts.head
      Object.assign(is, { ...before, hour: is.hour }) // The status reply of a silent step counts for this hour.
      hear(event, facts, true)
    } else if (said > 0) is.hour.count += said
    reply(event, facts)
    is.session = true
    if (lines.some((line) => isRobots(line) || line === 'human')) is.answered = true
    else if (lines.includes('buyer') && !is.closes) is.answered = false
    if (seq > facts.head) is.lastAt = event.at
    return lines
  }

  /** A status reply, after all else. Where it is said, the robot was not silent because of a person or of thanks. */
  function reply(event: ReceptionEvent, facts: Facts): void {
    const status = statusAtEnd(is, event, facts, lines.some(isRobots))
    if (status?.why !== undefined) lines.push(`(${status.why})`)
    if (status?.said !== undefined) {
      lines = lines.filter((line) => line !== '(HUMAN_IN_CHARGE)' && line !== '(CLOSING_PHRASE)')
      say(status.said)
      is.hour.count += 1
    }
  }

  function hear(event: ReceptionEvent, facts: Facts, muted: boolean): string | null {
    if (event.type === 'timer.fired') return fire(event, facts, muted)
    const shown = is.session ? is.handling : 'robot'
    if (begins(is, event, facts)) beginSession(is, document, event.at, facts)
    const spoke = is.handling
    if (event.type === 'buyer.entered') is.entry = event.entry
    const rejected = muted ? mute(event) : dispatch(event, facts)
    if (rejected) return rejected
    if (is.handling !== spoke && !lines.some((line) => line.startsWith('closing '))) note(event)
    if (is.handling !== shown) lines.push(`→ ${is.handling}`)
    return null
  }

  function dispatch(event: ReceptionEvent, facts: Facts): string | null {
    switch (event.type) {
      case 'buyer.entered': {
        const why = whyNotDue(is, event, facts) ?? (is.fresh ? null : 'LIST_ALREADY_TODAY')
        if (why) lines.push(`(${why})`)
        else receive(event, facts, null)
        return null
      }
      case 'buyer.tapped': {
        const settled = tapSettled(penFor(event), event, facts)
        if (settled !== undefined) return settled
        if (event.message === is.list && isListed(document, event.option)) {
          own('buyer', event)
          if (is.fresh && facts.store.robotOff) lost('ROBOT_OFF')
          else robot('faq_answer', event.option, `${listBlock}.${event.option}.answer`)
          return null
        }
        const variable = openVariable(event.message)
        if (variable?.type !== 'choice' && variable?.type !== 'choices') return 'NOT_HELD'
        return answer(event, variable.type === 'choice' ? event.option : [event.option], facts)
      }
      case 'buyer.answered':
        return openVariable(event.message) ? answer(event, event.value, facts) : 'NOT_HELD'
      case 'buyer.said':
        return said(event, facts)
      case 'buyer.sent':
        return sent(event, facts)
      case 'buyer.chose':
        if (event.item !== 'person') return chooseFromMenu(penFor(event), facts, 'NOT_OFFERED')
        own('buyer', event)
        return askForPerson(is, reason)
      case 'buyer.left_contact':
        if (!canBeReached(event)) return 'ANSWER_UNFIT'
        own('buyer', event)
        for (const part of ['name', 'email', 'phone', 'consent'] as const)
          if (event[part]) lines.push(`= contact.${part} ${JSON.stringify(event[part])}`)
        return askForPerson(is, reason)
      case 'agent.replied':
      case 'agent.assigned':
        if (event.type === 'agent.replied') own('human', event)
        is.handling = 'human'
        is.fresh = false
        closeQuestion()
        return null
      case 'agent.returned':
        if (is.handling === 'robot' || is.handling === 'closed') return 'NOTHING_TO_DO'
        is.handling = 'robot'
        is.group = null
        return null
      case 'agent.typed':
        return is.delayed === null ? 'NOTHING_TO_DO' : null
      case 'closed':
        if (is.handling === 'closed') return 'NOTHING_TO_DO'
        is.handling = 'closed'
        is.fresh = false
        closeQuestion()
        return null
      case 'timer.fired':
        return null
    }
  }

  /** What is left of an event when the robot has said too much. */
  function mute(event: ReceptionEvent): null {
    const asks = event.type !== 'buyer.entered'
    if (asks) own('buyer', event)
    if (asks && is.handling === 'robot') is.handling = 'waiting'
    lines.push('(TOO_MANY_AUTOMATIC)')
    return null
  }

  function sent(event: Extract<ReceptionEvent, { type: 'buyer.sent' }>, facts: Facts): null {
    own('buyer', event)
    if (is.handling === 'human') {
      lines.push('(HUMAN_IN_CHARGE)')
      return null
    }
    const brought = bringByCard(penFor(event), event, facts)
    const isProduct = event.card === 'product' && facts.card !== undefined
    if (is.fresh && dueBefore(is, event, facts) === null) {
      if (isProduct) is.asked.push(event.ref)
      receive(event, facts, null)
    } else if (
      isProduct &&
      !facts.store.robotOff &&
      firstAsker !== undefined &&
      !is.asked.includes(event.ref)
    ) {
      is.asked.push(event.ref)
      is.fresh = false
      closeQuestion()
      walk(firstAsker, facts, null)
    } else if (!is.open && !brought) dueOrLost(event, facts, null)
    return null
  }

  function own(kind: string, event: ReceptionEvent): void {
    say(kind)
    is.lastContactAt = event.at
    if (kind === 'human') is.personAt = event.at
  }

  function said(event: Extract<ReceptionEvent, { type: 'buyer.said' }>, facts: Facts): null {
    own('buyer', event)
    if (is.handling === 'human') {
      onlyCloses(is, event, facts)
      lines.push('(HUMAN_IN_CHARGE)')
      return null
    }
    const equal = questionLike(document, is.locale, event.text)
    const variable = is.open ? openVariable(is.open.seq) : undefined
    // A first message is greeted before anything else; whether it is due is judged by the contact before it.
    if (is.fresh) dueOrLost(event, facts, equal)
    else if (equal !== null) robot('faq_answer', equal, `${listBlock}.${equal}.answer`)
    else if (variable && is.open) collect(readAnswer(variable, event.text, labelOf(is.open.block)), facts)
    else if (onlyCloses(is, event, facts)) lines.push('(CLOSING_PHRASE)')
    else lost('NOT_FOUND_IN_LIST')
    return null
  }

  function dueOrLost(event: ReceptionEvent, facts: Facts, question: string | null): void {
    const why = is.fresh ? dueBefore(is, event, facts) : 'NOT_FOUND_IN_LIST'
    if (why === null) receive(event, facts, question)
    else if (question !== null && why !== 'ROBOT_OFF')
      robot('faq_answer', question, `${listBlock}.${question}.answer`)
    else if (onlyCloses(is, event, facts)) lines.push('(CLOSING_PHRASE)')
    else lost(why)
  }

  function lost(why: string): void {
    if (is.handling === 'robot') is.handling = 'waiting'
    lines.push(`(${why})`)
  }

  function receive(event: ReceptionEvent, facts: Facts, question: string | null): void {
    is.fresh = false
    is.receivedDay = dayOf(event.at)
    const left = walk(document.entries.reception, facts, question)
    if (left !== null) robot('faq_answer', left, `${listBlock}.${left}.answer`)
  }

  function answer(event: ReceptionEvent, value: AnswerValue, facts: Facts): string | null {
    const variable = is.open && openVariable(is.open.seq)
    if (!variable || !answerFits(variable, value)) return 'ANSWER_UNFIT'
    own('buyer', event)
    collect(value, facts)
    return null
  }

  function collect(value: AnswerValue, facts: Facts): void {
    const block = blocks[is.open?.block ?? '']
    if (block?.kind !== 'smart-question') return
    lines.push(`= ${block.variable} ${JSON.stringify(value)}`)
    is.answers.set(block.variable, value)
    closeQuestion()
    const choice = block.choices?.find(({ id }) => id === value)
    walk(choice ? choice.next : block.next, facts, null)
  }

  function fire(
    event: Extract<ReceptionEvent, { type: 'timer.fired' }>,
    facts: Facts,
    muted: boolean,
  ): string | null {
    const { id, generation } = event
    if (id.startsWith('status.')) return delayedFires(is, id, generation)
    if (is.timers.get(id) !== generation) return 'TIMER_NOT_ARMED'
    is.timers.delete(id)
    const block = blocks[is.open?.block ?? '']
    if (block?.kind !== 'smart-question' || !is.open) return 'TIMER_NOT_ARMED'
    const spoke = is.handling
    if (muted) lost('TOO_MANY_AUTOMATIC')
    else if (id.startsWith(`xstate.after.${(block.timeout?.afterSeconds ?? 0) * 1_000}.`)) {
      closeQuestion()
      walk(block.timeout?.next, facts, null)
    } else robot('reminder', is.open.block)
    if (is.handling !== spoke && !lines.some((line) => line.startsWith('closing '))) note(event)
    if (is.handling !== spoke) lines.push(`→ ${is.handling}`)
    return null
  }

  function walk(start: string | undefined, facts: Facts, asked: string | null): string | null {
    return followPath({ document, is, facts, text, say, robot }, start, asked)
  }

  function openVariable(message: number) {
    const block = is.open?.seq === message ? blocks[is.open.block] : undefined
    return block?.kind === 'smart-question' ? variables[block.variable] : undefined
  }

  function note({ type }: ReceptionEvent): void {
    if (is.handling !== 'human' || type === 'agent.assigned') say('note')
  }

  return {
    take,
    /** Timers come from the engine, as they do from a database; that only the armed ones fire is the model’s to judge. */
    arm: (id: string, generation: number) => {
      if (is.delayed !== null && id.startsWith('status.')) is.delayed = { ...is.delayed, generation }
      else is.timers.set(id, generation)
    },
    session: (): Readonly<Memory> => is,
  }
}
