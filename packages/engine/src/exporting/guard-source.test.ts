import fc from 'fast-check'
import { expect, test } from 'vitest'
import { conditionHolds, type World } from '../flow/condition-holds.ts'
import type { Condition } from '../flow/condition.ts'
import type { FactCondition } from '../flow/known-facts.ts'
import { IS_DAY_BODY, WHEN_BODY } from './guard-source.ts'

/** The source as a module of its own, as an exported program holds it. */
const SOURCE = `function isDay(value) { ${IS_DAY_BODY.join('\n')} }
export function when(condition, answers, world) { const known = world.known ?? {}; ${WHEN_BODY.join('\n')} }`
const { when } = await import(`data:text/javascript,${encodeURIComponent(SOURCE)}`)

const DAYS = ['2026-02-28', '2026-02-30', '2024-02-29', '2026-13-01', '0000-01-01', '2026-1-1', '']
const WORDS = ['Thanks', 'ＴＨＡＮＫＳ a lot', ' thanks ', ' ', 'order', 'en', 's', 'm', ...DAYS]
const scalar = fc.oneof(fc.constantFrom(...WORDS), fc.constantFrom(0, 1, 1.5, -3), fc.boolean())
const words = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 })

const condition: fc.Arbitrary<Condition> = fc.record(
  {
    source: fc.constantFrom('variable', 'locale', 'entry', 'card', 'words', 'openNow', 'returning'),
    name: fc.constantFrom('size', 'day'),
    op: fc.constantFrom(
      ...([
        'is',
        'isNot',
        'oneOf',
        'includes',
        'atLeast',
        'atMost',
        'before',
        'after',
        'answered',
        'mentions',
      ] as const),
    ),
    value: fc.oneof(scalar, words),
  },
  { requiredKeys: ['source', 'op'] },
)
const factCondition: fc.Arbitrary<FactCondition> = fc.record(
  {
    source: fc.constant('fact'),
    name: fc.constantFrom('acme.points', 'acme.tier'),
    op: fc.constantFrom('is', 'isNot', 'atLeast', 'atMost', 'answered'),
    value: scalar,
  },
  { requiredKeys: ['source', 'name', 'op'] },
)
const answers = fc.dictionary(
  fc.constantFrom('size', 'day'),
  fc.oneof(fc.constantFrom(...WORDS), fc.constantFrom(0, 1, 2), words),
)
const world: fc.Arbitrary<World> = fc.record(
  {
    locale: fc.constantFrom('en', 'zh-CN'),
    entry: fc.constantFrom(null, 'order', 'product'),
    card: fc.constantFrom('product', 'order'),
    words: fc.constantFrom(...WORDS),
    openNow: fc.boolean(),
    returning: fc.boolean(),
    products: fc.nat(2),
    known: fc.dictionary(fc.constantFrom('acme.points', 'acme.tier'), scalar),
  },
  { requiredKeys: ['locale', 'entry', 'openNow', 'returning', 'products'] },
)

test('an exported condition holds whenever the engine’s does, and only then', () => {
  fc.assert(
    fc.property(fc.oneof(condition, factCondition), answers, world, (asked, given, seen) => {
      expect(when(asked, given, seen)).toBe(conditionHolds(asked, given, seen))
    }),
    { numRuns: 5_000 },
  )
})
