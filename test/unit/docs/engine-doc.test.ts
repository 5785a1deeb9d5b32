import { existsSync, readdirSync, readFileSync } from 'node:fs'
import * as engine from '@shopbell/engine'
import { expect, test } from 'vitest'
import { readDoc, section, tableRows } from './table-rows.ts'

const DOC = readDoc('engine.md')
const ENGINE = new URL('../../../packages/engine/src/', import.meta.url)
const { vocabulary } = engine.exportMachine({
  ...{
    format: 1,
    id: 'a',
    name: 'a',
    defaultLocale: 'en',
    variables: {},
    entries: {},
    blocks: {},
    texts: {},
    layout: {},
  },
})

test.for(['events', 'guards', 'actions'] as const)('the table of %s is the vocabulary', (part) => {
  const heading = `### ${part.charAt(0).toUpperCase()}${part.slice(1)}`
  expect(tableRows(section(DOC, heading))).toEqual(
    Object.entries(vocabulary[part]).map(([name, { params, does }]) => [name, params, does]),
  )
})

test('every function of the face is one', () => {
  const named = tableRows(section(DOC, '## The face')).flatMap(([cell = '']) =>
    [...cell.matchAll(/\b([a-z]+[A-Z]\w+|step|replay)\b(?=[(`,]|$)/g)].map(([, name = '']) => name),
  )
  expect(named.filter((name) => !(name in engine))).toEqual(
    ['programOf'].filter((name) => named.includes(name)),
  )
})

test('every event of a shop has its row, and every effect', () => {
  const literals = (file: string) =>
    [...readFileSync(new URL(file, ENGINE), 'utf8').matchAll(/readonly type: '([a-z._]+)'/g)].map(
      ([, type]) => type,
    )
  const cells = (heading: string) =>
    tableRows(section(DOC, heading))
      .map(([cell]) => cell)
      .filter((cell) => cell !== '')
  expect(cells('## What an event is taken for')).toEqual(literals('conversation/event.ts'))
  const effects = cells('## The face').filter((cell = '') =>
    literals('conversation/effect.ts').includes(cell),
  )
  expect(effects.toSorted()).toEqual(literals('conversation/effect.ts').toSorted())
})

test('every test that is named exists', () => {
  const files = readdirSync(ENGINE, { recursive: true }).map(String)
  const named = [...section(DOC, '## What is proved, and where').matchAll(/`([a-z/-]+\.test\.ts)`/g)].map(
    ([, path = '']) => path,
  )
  expect(
    named.filter((path) => !existsSync(new URL(path, ENGINE)) && !files.some((file) => file.endsWith(path))),
  ).toEqual([])
})
