import { expect, test } from 'vitest'
import { filterEntries } from './filter-entries.ts'
import type { PaletteEntry } from './palette-entry.ts'

const entry = (title: string, also: string, refusal?: string): PaletteEntry => ({
  key: title,
  title,
  also,
  refusal,
  run: () => {},
})
const ENTRIES = [
  entry('Undo', '撤销', 'Nothing to undo'),
  entry('Publish…', '发布…'),
  entry('Add: Message', '添加：消息'),
  entry('Go to Messages of the day', '前往 Messages of the day'),
  entry('Message list', '消息列表', 'Not now'),
]
const found = (typed: string) => filterEntries(ENTRIES, typed).map(({ title }) => title)

test.for([
  ['nothing typed shows all, in their order', '  ', ENTRIES.map(({ title }) => title)],
  ['case does not matter', 'PUBLISH', ['Publish…']],
  ['the other language finds it too', '撤销', ['Undo']],
  [
    'what begins with it comes first, usable or not',
    'message',
    ['Message list', 'Add: Message', 'Go to Messages of the day'],
  ],
  ['every word has to occur', 'go messages', ['Go to Messages of the day']],
  ['full-width letters are letters', 'ｕｎｄｏ', ['Undo']],
  ['nothing fits', 'xyz', []],
] as const)('%s', ([, typed, titles]) => {
  expect(found(typed)).toEqual(titles)
})
