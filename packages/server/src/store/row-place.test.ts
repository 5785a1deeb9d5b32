import { expect, test } from 'vitest'
import { readRowPlace, writeRowPlace } from './row-place.ts'

test.for([
  [['Trinkflasche “Ö” 750', 'ref/1 &?=']],
  [['保温杯 🧉', '货号-7']],
  [[1_795_382_484_896, 'o-1']],
  [[0, '']],
] as const)('%j is read as it was written, and needs no escape', ([place]) => {
  const text = writeRowPlace(place)
  expect(text).toMatch(/^[A-Za-z0-9_-]+$/)
  expect(readRowPlace(text)).toEqual(place)
})

const written = (value: readonly unknown[] | object) =>
  Buffer.from(JSON.stringify(value)).toString('base64url')

test.for<readonly [string, string]>([
  ['a ref', 'TRAIL-750'],
  ['nothing', ''],
  ['an object', written({ value: 'a', ref: 'b' })],
  ['one of the two', written(['a'])],
  ['a third', written(['a', 'b', 'c'])],
  ['a ref that is a number', written(['a', 1])],
  ['half a number', written([0.5, 'a'])],
  ['a number that no integer holds', written([1e300, 'a'])],
  ['no value', written([null, 'a'])],
  ['a NUL', written(['a\0', 'b'])],
  ['half a surrogate pair', written(['a', '\ud800'])],
])('%s is no place', ([, text]) => {
  expect(readRowPlace(text)).toBeNull()
})
