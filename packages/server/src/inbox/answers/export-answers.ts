import type { Handling } from '@shopbell/protocol'
import type { Actor } from '../../accounts/actor.ts'
import { recordAudit } from '../../accounts/record-audit.ts'
import type { Clock } from '../../clock.ts'
import {
  answeredConversations,
  type AnsweredQuestion,
  answeredQuestions,
  type AnswerFilter,
  type AnsweredRow,
} from '../../store/answered-conversations.ts'
import type { Database } from '../../store/database.ts'
import { runAsStore } from '../../store/run-as.ts'
import { storeById } from '../../store/stores.ts'
import { visitorName } from '../visitor-name.ts'
import { BYTE_ORDER_MARK, csvLine } from './csv-line.ts'

/** Languages in which the first line can be written. */
export type ExportLanguage = 'en' | 'zh-CN'

interface Words {
  readonly heads: readonly [string, string, string, string, string, string, string]
  readonly handling: Readonly<Record<Handling, string>>
}

const WORDS: Readonly<Record<ExportLanguage, Words>> = {
  en: {
    heads: ['Conversation', 'Buyer', 'Language', 'State', 'Flow version', 'Began', 'Last message'],
    handling: {
      robot: 'Robot answers',
      waiting: 'Waits for a person',
      human: 'With a person',
      closed: 'Closed',
    },
  },
  'zh-CN': {
    heads: ['对话', '买家', '语言', '状态', '流程版本', '开始时间', '最后消息'],
    handling: { robot: '机器人接待中', waiting: '等待人工', human: '人工接待中', closed: '已关闭' },
  },
}

/** Conversations read at a time, each time in a transaction of its own: a long download holds nothing up. */
const BATCH = 500

/**
 * The collected answers as a CSV file, piece by piece: one row per conversation, newest first, a column per question; times in the
 * store's zone; written into the log. What begins while it is written is not in it. The pieces before the first row are made when the first is asked for.
 */
export async function* exportAnswers(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  actor: Actor,
  filter: AnswerFilter,
  language: ExportLanguage,
): AsyncGenerator<string, void, undefined> {
  const { storeId } = actor
  const { questions, timeZone } = await runAsStore(database, storeId, async (tx) => {
    await recordAudit(tx, actor, { at: clock.now(), action: 'answers_exported' })
    return {
      questions: await answeredQuestions(tx, storeId, filter),
      timeZone: (await storeById(tx, storeId))?.timeZone ?? 'UTC',
    }
  })
  const words = WORDS[language]
  // The Swedish way to write a time is the one every spreadsheet reads.
  const writer = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  const [conversation, buyer, locale, state, version, began, last] = words.heads
  yield (
    BYTE_ORDER_MARK +
    csvLine([
      ...[conversation, buyer, locale, state, version],
      ...[`${began} (${timeZone})`, `${last} (${timeZone})`],
      ...questions.map(headOf),
    ])
  )
  for (let before: number | null = null, more = true; more;) {
    const page: { before: number | null; limit: number } = { before, limit: BATCH }
    const rows = await runAsStore(database, storeId, (tx) => answeredConversations(tx, storeId, filter, page))
    yield rows.map((row) => lineOf(row, questions, words, writer)).join('')
    before = rows.at(-1)?.id ?? null
    more = rows.length === BATCH
  }
}

function headOf({ question, unit }: AnsweredQuestion): string {
  return unit === null ? question : `${question} (${unit})`
}

function lineOf(
  { publicId, buyerName, locale, handling, flowVersion, createdAt, lastAt, answers }: AnsweredRow,
  questions: readonly AnsweredQuestion[],
  words: Words,
  writer: Intl.DateTimeFormat,
): string {
  const byVariable = new Map(answers.map((answer) => [answer.variable, answer]))
  return csvLine([
    publicId,
    buyerName ?? visitorName(publicId),
    locale,
    words.handling[handling],
    flowVersion ?? '',
    writer.format(createdAt),
    writer.format(lastAt),
    ...questions.map(({ variable }) => {
      const answer = byVariable.get(variable)
      // A number without its unit, which stands in the head, can be added up.
      return typeof answer?.value === 'number' ? answer.value : (answer?.shown ?? '')
    }),
  ])
}
