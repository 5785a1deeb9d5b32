import { MESSAGE_KINDS } from '@shopbell/protocol'
import { expect, test } from 'vitest'
import { judgeAnswer } from './judge-answer.ts'

test.for(MESSAGE_KINDS)('a message of the kind %s (FAQ-17)', (kind) => {
  const mayBeJudged = kind === 'faq_answer' || kind === 'order_card_answer'
  expect(judgeAnswer({ kind })).toEqual(mayBeJudged ? null : { code: 'NOT_HELD' })
})

test('a message the buyer does not have (FAQ-17)', () => {
  expect(judgeAnswer(null)).toEqual({ code: 'NOT_HELD' })
})
