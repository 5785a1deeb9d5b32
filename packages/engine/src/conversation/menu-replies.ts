import type { MessageContent } from '@shopbell/protocol'
import { holdNewestList } from '../rules/hold-newest-list.ts'
import type { BuyerRecord } from './buyer-record.ts'
import type { SettledReply } from './card-replies.ts'
import type { Facts } from './facts.ts'
import { answerOf } from './list-answer.ts'
import type { Program } from './program.ts'
import type { Session } from './session.ts'
import { filledText } from './text-values.ts'

/** What an entry of the self-service menu gives this buyer now, looked up by the shell (MNU-04). */
export interface ChosenEntry {
  /** The entry's id. */
  readonly entry: string
  /** Its name, which is what the buyer said by tapping it. */
  readonly label: string
  readonly gives:
    | { readonly does: 'say'; readonly contents: readonly MessageContent[] }
    /** The answer to a question of the live list. */
    | { readonly does: 'answer'; readonly question: string }
    | { readonly does: 'person' }
}

/** Whether a tap is on the newest choice of categories, and so no tap on anything else. */
export function tapsCategories(seq: number, { categoryList }: BuyerRecord): boolean {
  return categoryList !== undefined && holdNewestList(seq, categoryList)
}

/** The messages that an entry leads to. */
export function menuReplies(
  program: Program,
  { locale, context }: Session,
  facts: Facts,
  { entry, gives }: ChosenEntry,
): readonly SettledReply[] {
  const kind = 'self_menu_reply'
  if (gives.does === 'person') return []
  if (gives.does === 'say') return gives.contents.map((content) => ({ kind, content, source: entry }))
  const answers = context.answers
  const text = filledText(
    { program, facts, locale, answers },
    answerOf(program, facts, gives.question, locale),
  )
  return text === '' ? [] : [{ kind, content: { kind: 'text', text }, source: entry }]
}
