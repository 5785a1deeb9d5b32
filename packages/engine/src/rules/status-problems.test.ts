import { DEFAULT_STATUS_REPLIES, type StatusReplySetting } from '@shopbell/protocol'
import { describe, expect, test } from 'vitest'
import { CLOSING_PHRASES } from './hear-closing-phrase.ts'
import { phraseProblems, statusProblems } from './status-problems.ts'

const BOUNDS = { answerMax: 10, countMode: 'grapheme' } as const

describe('what keeps a status reply from being saved', () => {
  test.for<[string, Partial<StatusReplySetting>, readonly string[]]>([
    ['nothing, where all is off', {}, []],
    ['on, with words', { on: true, text: 'Back soon' }, []],
    ['on, without words', { on: true, text: ' \n' }, ['STATUS_EMPTY /busy/text']],
    ['ten characters, of which one is a family', { on: true, text: `123456789👨‍👩‍👧` }, []],
    ['eleven characters', { text: '12345678901' }, ['STATUS_TOO_LONG /busy/text']],
    ['on, in two languages', { on: true, text: { en: 'Back soon', 'zh-CN': '稍后回复' } }, []],
    ['on, in one language of any', { on: true, text: { 'zh-CN': '稍后回复' } }, []],
    [
      'on, with spaces in each language',
      { on: true, text: { en: ' ', de: '' } },
      ['STATUS_EMPTY /busy/text'],
    ],
    [
      'too long in one language',
      { on: true, text: { en: 'Back soon', 'zh-CN': '12345678901' } },
      ['STATUS_TOO_LONG /busy/text/zh-CN'],
    ],
    [
      'a variable nobody fills in one language',
      { on: true, text: { en: 'Back', 'zh-CN': '{{x}}' } },
      ['STATUS_VARIABLE_UNKNOWN /busy/text/zh-CN'],
    ],
    [
      'a brace that begins no variable, in one language, though the reply is off',
      { on: false, text: { en: 'Back', 'zh-CN': '{{1}} 见' } },
      ['STATUS_VARIABLE_UNREADABLE /busy/text/zh-CN'],
    ],
    [
      'one that never closes, beside one nobody fills',
      { text: '{{x}} {{' },
      ['STATUS_VARIABLE_UNKNOWN /busy/text', 'STATUS_VARIABLE_UNREADABLE /busy/text'],
    ],
    ['a gap of a template', { text: '{{?when}}' }, ['STATUS_VARIABLE_UNREADABLE /busy/text']],
    ['a variable nobody fills', { text: '{{x}}' }, ['STATUS_VARIABLE_UNKNOWN /busy/text']],
  ])('%s', ([, changes, problems]) => {
    const busy = { ...DEFAULT_STATUS_REPLIES.busy, ...changes }
    const told = statusProblems({ ...DEFAULT_STATUS_REPLIES, busy }, BOUNDS)
    expect(told.map(({ code, at }) => `${code} ${at}`)).toEqual(problems)
  })
})

describe('what keeps closing phrases from being saved (STS-07)', () => {
  test.for<[string, readonly string[], readonly string[]]>([
    ['words', ['ta', '谢谢'], []],
    ['none at all', [], []],
    ['the list every store begins with', CLOSING_PHRASES, []],
    ['emoji alone', ['ta', '👍🏽'], ['PHRASE_EMPTY /phrases/1']],
    ['nothing but spaces', [' '], ['PHRASE_EMPTY /phrases/0']],
    ['the same but for its dress', ['Thank you', 'THANKYOU!'], ['PHRASE_TWICE /phrases/1']],
  ])('%s', ([, phrases, problems]) => {
    expect(phraseProblems(phrases).map(({ code, at }) => `${code} ${at}`)).toEqual(problems)
  })
})
