import type { MessageEffect } from '../conversation/effect.ts'
import { STATUS_KINDS } from '../rules/status-reply.ts'
import { hasKind, shanghaiDay, type Invariant, type Moment } from './moment.ts'
import type { Shop } from './open-shop.ts'

const HOUR = 3_600_000

/** Invariants of requirements 3.24 and of single rules that an oracle reads from the log, without the engine's own words for them. */
export const LOG_INVARIANTS: Readonly<Record<string, Invariant>> = {
  'an answer has a tap or a question before it, and is one of the held or the live list (I-3)': (
    moment,
    _all,
    shop,
  ) =>
    moment.said.every(
      (message) =>
        message.kind !== 'faq_answer' ||
        (message.replyTo === moment.head + 1 &&
          (moment.event.type === 'buyer.tapped' || moment.event.type === 'buyer.said') &&
          answersOf(message, moment, shop).some((answer) => fits(answer, message))),
    ),
  'after a question of a session comes no other before the buyer wrote, or it timed out (I-4)': (
    moment,
    all,
  ) => {
    const before = all.slice(0, all.indexOf(moment))
    const began = [...before, moment].findLastIndex(beginsSession)
    const last = before.findLastIndex((other, index) => index >= began && hasKind(other, 'smart_question'))
    if (last < 0 || !hasKind(moment, 'smart_question') || moment.event.type === 'timer.fired') return true
    return [...before.slice(last + 1), moment].some(({ said }) => said[0]?.author === 'buyer')
  },
  'what the robot says has one cause, which is never the robot (I-5)': ({ event, said, head }, _all, shop) =>
    said.every(
      ({ author, replyTo }) =>
        author !== 'robot' ||
        ((event.type.startsWith('buyer.') || event.type === 'timer.fired') &&
          (replyTo === undefined ||
            (replyTo <= head ? shop.messages()[replyTo - 1] : said[replyTo - head - 1])?.author === 'buyer')),
    ),
  'no more automatic messages in an hour than the rule book allows (WEL-16)': (moment, all, _shop, profile) =>
    wordsInHour(moment, all) <= profile.reception.automaticPerHour,
  'a changed list waits for a tap on the old one, where the rule book wants it (PUB-06)': (
    moment,
    all,
    _shop,
    profile,
  ) => {
    const list = listIn(moment)
    const before = all.slice(0, all.indexOf(moment))
    const last = before.findLastIndex((other) => listIn(other) !== undefined)
    const old = before[last]
    if (!profile.reception.faq.refreshNeedsTap || list === undefined || !old || listIn(old) === list)
      return true
    const first = before.slice(last).find((other) => hasKind(other, 'faq_answer'))
    return first !== undefined && shanghaiDay(first) !== shanghaiDay(moment)
  },
  'a product begins the questions once in a session (SQ-10)': (moment, all) => {
    const { event } = moment
    if (event.type !== 'buyer.sent' || !hasKind(moment, 'smart_question')) return true
    const before = all.slice(0, all.indexOf(moment))
    const began = [...before, moment].findLastIndex(beginsSession)
    return !before
      .slice(began)
      .some(
        (other) =>
          other.event.type === 'buyer.sent' &&
          other.event.card === event.card &&
          other.event.ref === event.ref &&
          hasKind(other, 'smart_question'),
      )
  },
  'a status reply is the only word of its step, at most one of a kind in ten minutes, and changes nothing (STS-08)':
    (moment, all) => {
      const robots = moment.said.filter(({ author }) => author === 'robot')
      const reply = robots.find(({ kind }) => STATUS_KINDS.some((one) => one === kind))
      if (reply === undefined) return true
      const before = all.slice(0, all.indexOf(moment))
      const last = before.findLast((other) => hasKind(other, reply.kind))
      const isWithPeople = moment.after.handling === 'waiting' || moment.after.handling === 'human'
      const isSpaced = reply.kind !== 'status_busy' || !last || moment.event.at - last.event.at >= HOUR / 6
      return robots.length === 1 && isWithPeople && isSpaced
    },
  'the list for cards comes once per order or product of a session, below the product’s own reply (CRD-03, CRD-12)':
    (moment, all) => {
      const kinds = moment.said.map(({ kind }) => kind)
      const at = kinds.indexOf('order_card_list')
      const { event } = moment
      if (at < 0) return true
      const before = all.slice(0, all.indexOf(moment))
      const began = [...before, moment].findLastIndex(beginsSession)
      return (
        event.type === 'buyer.sent' &&
        kinds.slice(1, at).every((kind) => kind === 'product_card_reply') &&
        !before
          .slice(began)
          .some(
            (other) =>
              hasKind(other, 'order_card_list') &&
              other.event.type === 'buyer.sent' &&
              other.event.card === event.card &&
              other.event.ref === event.ref,
          )
      )
    },
  'thanks are written down, and nobody has to answer them (STS-07, STS-09)': ({
    taken,
    before,
    after,
    said,
  }) =>
    !taken.refusals.some(({ code }) => code === 'CLOSING_PHRASE') ||
    (said.length === 1 &&
      said[0]?.closes === true &&
      (after.handling !== 'waiting' || before?.handling === 'waiting')),
}

/** In no time at all a session can end and another begin at the same instant. */
function beginsSession({ before, after }: Moment): boolean {
  if (before === null || before.startedAt !== after.startedAt) return true
  return before.handling === 'closed' && after.handling !== 'closed'
}

/** The answers to a question that a buyer may get: of the list they hold, also one of this very step, and of the live one. */
function answersOf({ source }: MessageEffect, { facts, taken }: Moment, shop: Shop): readonly string[] {
  const now = taken.effects.findLast((effect) => effect.type === 'remember')?.record.held
  const versions = [facts.liveVersion, facts.buyer.held?.flowVersion, now?.flowVersion]
  return versions.flatMap((version) => {
    const list = version === undefined ? null : shop.programOf(version).list
    const question = list?.questions.find(({ id, enabled }) => id === source && enabled)
    return Object.values(question?.answer ?? {})
  })
}

/** A text fits its template: what stands between the variables comes in that order. */
function fits(template: string, { content }: MessageEffect): boolean {
  if (content.kind !== 'text') return false
  let at = 0
  return template.split(/\{\{[^}]*\}\}/).every((piece) => {
    const found = content.text.indexOf(piece.trim(), at)
    at = found + piece.trim().length
    return found >= 0
  })
}

/** The robot's words in the hour this moment belongs to, answers to taps left out; an hour begins with the first word after the last one. */
function wordsInHour(moment: Moment, all: readonly Moment[]): number {
  let since = -Infinity
  let words = 0
  for (const { event, said } of all.slice(0, all.indexOf(moment) + 1)) {
    const now = said.filter(({ author, kind }) => author === 'robot' && kind !== 'self_menu_reply').length
    if (now === 0 || event.type === 'buyer.tapped') continue
    if (event.at - since >= HOUR) [since, words] = [event.at, 0]
    words += now
  }
  return words
}

function listIn({ said }: Moment): string | undefined {
  const message = said.find(({ kind }) => kind === 'faq_list')
  return message?.content.kind === 'choices' ? message.content.list : undefined
}
