import { describe, expect, test } from 'vitest'
import { conditionHolds, type World } from './condition-holds.ts'
import type { Condition } from './condition.ts'
import type { AnswerValue } from './variable.ts'

const WORLD: World = {
  locale: 'zh-CN',
  entry: 'order',
  card: 'order',
  words: 'Your Price  List? a price list!',
  openNow: true,
  returning: false,
  products: 0,
}
const ANSWERS: Readonly<Record<string, AnswerValue>> = {
  size: 'xl',
  words: 'after all',
  quantity: 1_000,
  many: 'lots',
  extras: ['logo', 'box'],
  day: '2026-05-01',
}
const asked = (name: string) => ({ source: 'variable', name }) as const

describe('a condition holds', () => {
  test.for<[string, Condition, boolean]>([
    ['a choice is', { ...asked('size'), op: 'is', value: 'xl' }, true],
    ['a choice is another', { ...asked('size'), op: 'is', value: 's' }, false],
    ['a choice is not another', { ...asked('size'), op: 'isNot', value: 's' }, true],
    ['a choice is one of some', { ...asked('size'), op: 'oneOf', value: ['s', 'xl'] }, true],
    ['a choice is none of some', { ...asked('size'), op: 'oneOf', value: ['s', 'm'] }, false],
    ['an answer is there', { ...asked('size'), op: 'answered' }, true],
    ['no answer is there', { ...asked('colour'), op: 'answered' }, false],
    ['an unknown answer is nothing', { ...asked('colour'), op: 'is', value: 'red' }, false],
    ['an unknown answer is not what one names', { ...asked('colour'), op: 'isNot', value: 'red' }, true],
    ['an unknown answer is one of none', { ...asked('colour'), op: 'oneOf', value: ['red'] }, false],
    ['an unknown number is not at least nought', { ...asked('colour'), op: 'atLeast', value: 0 }, false],
    ['an answer without a name is unknown', { source: 'variable', op: 'answered' }, false],
    ['a number is just enough', { ...asked('quantity'), op: 'atLeast', value: 1_000 }, true],
    ['a number is not enough', { ...asked('quantity'), op: 'atLeast', value: 1_001 }, false],
    ['a number is just small enough', { ...asked('quantity'), op: 'atMost', value: 1_000 }, true],
    ['a number is too large', { ...asked('quantity'), op: 'atMost', value: 999 }, false],
    ['a number is that number', { ...asked('quantity'), op: 'is', value: 1_000 }, true],
    [
      'words instead of a number are not at least anything',
      { ...asked('many'), op: 'atLeast', value: 1 },
      false,
    ],
    ['several choices include one', { ...asked('extras'), op: 'includes', value: 'box' }, true],
    ['several choices do not include another', { ...asked('extras'), op: 'includes', value: 'b' }, false],
    ['a single choice includes nothing', { ...asked('size'), op: 'includes', value: 'x' }, false],
    ['a day is before a later one', { ...asked('day'), op: 'before', value: '2026-05-02' }, true],
    ['a day is not before itself', { ...asked('day'), op: 'before', value: '2026-05-01' }, false],
    ['a day is after an earlier one', { ...asked('day'), op: 'after', value: '2026-04-30' }, true],
    ['a day is not after itself', { ...asked('day'), op: 'after', value: '2026-05-01' }, false],
    [
      'words instead of a day are not after it',
      { ...asked('words'), op: 'after', value: '2026-05-01' },
      false,
    ],
    [
      'words instead of a day are not before it',
      { ...asked('words'), op: 'before', value: '2026-05-01' },
      false,
    ],
    ['the locale is', { source: 'locale', op: 'is', value: 'zh-CN' }, true],
    ['the entry is one of some', { source: 'entry', op: 'oneOf', value: ['order', 'refund'] }, true],
    ['the card is', { source: 'card', op: 'is', value: 'order' }, true],
    ['the card is of another kind', { source: 'card', op: 'is', value: 'product' }, false],
    ['the words hold a keyword', { source: 'words', op: 'mentions', value: ['sample', 'PRICE list'] }, true],
    ['the words hold none', { source: 'words', op: 'mentions', value: ['sample', 'logo'] }, false],
    ['an empty keyword is in no words', { source: 'words', op: 'mentions', value: ['', ' '] }, false],
    ['keywords in full width', { source: 'words', op: 'mentions', value: ['ｐｒｉｃｅ'] }, true],
    ['the shop is open', { source: 'openNow', op: 'is', value: true }, true],
    ['the buyer is not returning', { source: 'returning', op: 'is', value: false }, true],
  ])('%s', ([, condition, holds]) => {
    expect(conditionHolds(condition, ANSWERS, WORLD)).toBe(holds)
  })

  test('without an entry nothing is said about it', () => {
    expect(conditionHolds({ source: 'entry', op: 'is', value: 'order' }, {}, { ...WORLD, entry: null })).toBe(
      false,
    )
  })
})
