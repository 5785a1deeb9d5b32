import type { FaqList, ListedQuestion } from '../flow/faq-list.ts'
import { bindAnswer } from '../rules/bind-answer.ts'
import { holdNewestList } from '../rules/hold-newest-list.ts'
import type { Facts } from './facts.ts'
import type { Program } from './program.ts'

/** The list that is live now; a program that was never published is its own. */
export function liveList(program: Program, facts: Facts): FaqList | null {
  return facts.list ?? program.list
}

/** The list this buyer holds in the message numbered `seq`, or null: it was never sent, or a newer one replaced it (FAQ-16). */
export function heldList(program: Program, facts: Facts, seq: number): FaqList | null {
  const { held } = facts.buyer
  if (held === null || !holdNewestList(seq, held.seq)) return null
  const lists = [facts.heldList, facts.list, program.list]
  return lists.find((list) => list?.flowVersion === held.flowVersion) ?? null
}

/**
 * The answer to a question: the live one while the question is still there and on, else the held one; always the held one when the
 * profile pins answers (PUB-05, D-07).
 */
export function answerOf(program: Program, facts: Facts, question: string, locale: string): string {
  const held = facts.heldList ? enabledQuestion(facts.heldList, question) : undefined
  const current = liveList(program, facts)
  const live = current ? enabledQuestion(current, question) : undefined
  const chosen = bindAnswer(live, held, facts.profile.reception.faq.answerBinding)
  const list = chosen === live ? current : facts.heldList
  return chosen && list ? wordsIn(chosen.answer, locale, list.defaultLocale) : ''
}

export function enabledQuestion(list: FaqList, id: string): ListedQuestion | undefined {
  return list.questions.find((question) => question.id === id && question.enabled)
}

export function wordsIn(
  words: Readonly<Record<string, string>>,
  locale: string,
  defaultLocale: string,
): string {
  return words[locale] ?? words[defaultLocale] ?? Object.values(words)[0] ?? ''
}
