import type { RuleBookChanges } from '@shopbell/protocol'
import { describe, expect, test } from 'vitest'
import { PROFILES, chosenProfile } from './profiles.ts'
import { ruleBookProblems } from './rule-book-problems.ts'

const codes = (changes: RuleBookChanges, base = 'alibaba') =>
  ruleBookProblems({ base, changes }).map(({ code, at }) => `${code} ${at}`)
const faq = (values: NonNullable<NonNullable<RuleBookChanges['reception']>['faq']>) => ({
  reception: { faq: values },
})

describe('what keeps a store from working by its own rule book (PRF-01)', () => {
  test.for<[string, RuleBookChanges, string[]]>([
    ['nothing changed', {}, []],
    ['one day', { reception: { idleDays: 1 } }, []],
    ['every day', { reception: { idleDays: null } }, []],
    ['no day', { reception: { idleDays: 0 } }, ['NUMBER_OUT_OF_BOUNDS /reception/idleDays']],
    ['a year and a day', { reception: { idleDays: 366 } }, ['NUMBER_OUT_OF_BOUNDS /reception/idleDays']],
    [
      'an endless greeting',
      { reception: { welcomeMax: 2_001 } },
      ['NUMBER_OUT_OF_BOUNDS /reception/welcomeMax'],
    ],
    [
      'no robot at all',
      { reception: { automaticPerHour: 0 } },
      ['NUMBER_OUT_OF_BOUNDS /reception/automaticPerHour'],
    ],
    [
      'a session of more than a week',
      { reception: { sessionGapHours: 169 } },
      ['NUMBER_OUT_OF_BOUNDS /reception/sessionGapHours'],
    ],
    ['as many on as created', faq({ maxEnabled: 7 }), []],
    ['more on than created', faq({ maxEnabled: 8 }), ['MORE_ON_THAN_CREATED /reception/faq/maxEnabled']],
    ['fewer created than are on', faq({ maxCreated: 4 }), ['MORE_ON_THAN_CREATED /reception/faq/maxEnabled']],
    ['no question', faq({ maxEnabled: 0 }), ['NUMBER_OUT_OF_BOUNDS /reception/faq/maxEnabled']],
    ['a question of nothing', faq({ questionMax: 0 }), ['NUMBER_OUT_OF_BOUNDS /reception/faq/questionMax']],
    ['an answer of a book', faq({ answerMax: 2_001 }), ['NUMBER_OUT_OF_BOUNDS /reception/faq/answerMax']],
    ['no smart question', { reception: { smartQuestions: { max: 0 } } }, []],
    ['the greeting last', { reception: { order: ['faq_list', 'welcome'] } }, []],
    ['the greeting twice', { reception: { order: ['welcome', 'welcome'] } }, ['PART_TWICE /reception/order']],
    [
      'neither greeting nor list',
      { reception: { order: ['smart_questions'] } },
      ['PART_MISSING /reception/order'],
    ],
    ['answers count', { counting: { autoCounts: ['faq_answer'] } }, []],
    [
      'people’s own words',
      { counting: { autoCounts: ['faq_answer', 'human'] } },
      ['KIND_NOT_AUTOMATIC /counting/autoCounts/1'],
    ],
  ])('%s', ([, changes, problems]) => {
    expect(codes(changes)).toEqual(problems)
  })

  test('a base that nobody knows', () => {
    expect(codes({}, 'nobody')).toEqual(['BASE_UNKNOWN /base'])
  })

  test.for(Object.values(PROFILES))('the built-in $id is within all bounds, and is itself', (profile) => {
    expect(ruleBookProblems({ base: profile.id, changes: {} })).toEqual([])
    expect(chosenProfile({ base: profile.id, changes: null })).toBe(profile)
  })

  test('a sentence names the bounds', () => {
    const [problem] = ruleBookProblems({ base: 'alibaba', changes: { reception: { idleDays: 0 } } })
    expect(problem?.message).toBe('This number is out of bounds; give one from 1 to 365.')
  })
})

test('what a store does not change is the base’s, value by value (PRF-01)', () => {
  const changes = { reception: { idleDays: 14, faq: { maxEnabled: 6 } }, counting: { autoMarksRead: true } }
  expect(chosenProfile({ base: 'alibaba', changes })).toEqual({
    id: 'custom',
    reception: {
      ...PROFILES.alibaba.reception,
      idleDays: 14,
      faq: { ...PROFILES.alibaba.reception.faq, maxEnabled: 6 },
    },
    counting: { ...PROFILES.alibaba.counting, autoMarksRead: true },
  })
})
