import type { AnswerColumn, AnsweredConversation, CollectedAnswers } from '@shopbell/protocol'
import type { Actor } from '../../accounts/actor.ts'
import {
  answeredConversations,
  type AnswerFilter,
  type AnsweredRow,
} from '../../store/answered-conversations.ts'
import type { Database } from '../../store/database.ts'
import { runAsStore } from '../../store/run-as.ts'
import { shownAnswer } from '../shown-answer.ts'
import { visitorName } from '../visitor-name.ts'

/** A page of what buyers answered: one row per conversation, the newest conversation first. `before` is a page's `next`. */
export async function collectedAnswers(
  { database }: { readonly database: Database },
  { storeId }: Pick<Actor, 'storeId'>,
  filter: AnswerFilter,
  { before, limit }: { readonly before: number | undefined; readonly limit: number },
): Promise<CollectedAnswers> {
  const page = { before: before ?? null, limit: limit + 1 }
  const found = await runAsStore(database, storeId, (tx) => answeredConversations(tx, storeId, filter, page))
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  return {
    columns: columnsOf(shown),
    rows: shown.map(answeredConversation),
    ...(found.length > limit && last !== undefined ? { next: String(last.id) } : {}),
  }
}

function answeredConversation(row: AnsweredRow): AnsweredConversation {
  const { publicId, buyerName, locale, handling, flowVersion, createdAt, lastAt, answers } = row
  return {
    id: publicId,
    buyer: { name: buyerName ?? visitorName(publicId), locale },
    handling,
    ...(flowVersion === null || flowVersion === 0 ? {} : { flowVersion }),
    beganAt: createdAt,
    lastAt,
    answers: answers.map(shownAnswer),
  }
}

/** A column per question of these rows; its words are those of the newest conversation that was asked. */
function columnsOf(rows: readonly AnsweredRow[]): AnswerColumn[] {
  const columns = new Map<string, AnswerColumn>()
  for (const { variable, question, unit } of rows.flatMap(({ answers }) => answers)) {
    if (columns.has(variable)) continue
    columns.set(variable, { variable, question, ...(unit === null ? {} : { unit }) })
  }
  return [...columns.values()]
}
