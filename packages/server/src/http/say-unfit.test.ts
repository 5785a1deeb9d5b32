import Type from 'typebox'
import { Errors } from 'typebox/value'
import { expect, test } from 'vitest'
import { sayUnfit } from './say-unfit.ts'

const closed = { additionalProperties: false }
const SHAPE = Type.Object(
  {
    as: Type.Optional(Type.Enum(['machine', 'scxml'])),
    state: Type.Optional(Type.Union([Type.Literal('waiting'), Type.Literal('dead')])),
    assisted: Type.Optional(Type.Literal(true)),
    size: Type.Optional(Type.Integer({ minimum: 1 })),
    many: Type.Optional(Type.Enum(Array.from({ length: 31 }, (_, at) => `word-${String(at)}`))),
    action: Type.Optional(
      Type.Union([
        Type.Object({ action: Type.Literal('take') }, closed),
        Type.Object({ action: Type.Literal('close') }, closed),
      ]),
    ),
  },
  closed,
)

test.for([
  [
    'a key too many, by its name',
    { colour: 'red', 'a"b': 1 },
    '',
    'must not have "colour", "a\\"b"; leave that out',
  ],
  [
    'a key too many, shortened',
    { ['x'.repeat(99)]: 1 },
    '',
    `must not have "${'x'.repeat(60)}"; leave that out`,
  ],
  ['the words of a choice', { as: 'xstate' }, '/as', 'must be one of "machine", "scxml"'],
  ['the words of a union, once', { state: 'lost' }, '/state', 'must be one of "waiting", "dead"'],
  ['the only value', { assisted: false }, '/assisted', 'must be true'],
  ['a bound', { size: 0 }, '/size', 'must be >= 1'],
  ['no list of thirty-one words', { many: 'x' }, '/many', 'must be equal to one of the allowed values'],
] as const)('%s is told', ([, sent, place, what]) => {
  expect(sayUnfit(Errors(SHAPE, sent))).toEqual([{ place, what }])
})

test('where objects may be chosen between, what is wrong with each is told', () => {
  const told = sayUnfit(Errors(SHAPE, { action: { action: 'give' } }))
  expect(told).toContainEqual({ place: '/action/action', what: 'must be "take"' })
  expect(told).toContainEqual({ place: '/action', what: 'must match a schema in anyOf' })
})
