import { readdirSync, readFileSync } from 'node:fs'
import { REFUSAL_CATALOGUE } from '@shopbell/engine'
import { expect, test } from 'vitest'
import { rulesPage } from '../../../packages/engine/scripts/rules-page.ts'
import { RULE_BOOK } from '../../../packages/engine/src/rules/rule-book.ts'
import { readDoc } from './table-rows.ts'

const FOLDER = new URL('../../../packages/engine/src/rules/', import.meta.url)
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.ts'))
const sourceOf = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8')

/** What prettier does to a table: cells are filled up with spaces. */
const bare = (page: string): string => page.replaceAll(/ *\| */g, '|').replaceAll(/-{3,}/g, '---')

test('docs/rules.md is what the rules say (npm run rules-doc)', () => {
  expect(bare(readDoc('rules.md'))).toBe(bare(rulesPage()))
})

test('every file that decides is in the book, and has a table', () => {
  const deciding = files.filter((name) => !name.endsWith('.test.ts') && /: Rule = \{/.test(sourceOf(name)))
  expect(deciding.map((name) => name.replace('.ts', '')).sort()).toEqual(Object.keys(RULE_BOOK).sort())
  for (const rule of Object.keys(RULE_BOOK)) expect(files).toContain(`${rule}.test.ts`)
})

test.for(Object.entries(RULE_BOOK))('the table of %s names its ids', ([name, { ids, says }]) => {
  const table = sourceOf(`${name}.test.ts`)
  for (const id of ids) expect(table).toContain(id)
  expect(says).toMatch(/^[A-Z].*\.$/)
})

test.for(Object.keys(RULE_BOOK))('%s imports no other rule', (name) => {
  const others = Object.keys(RULE_BOOK).filter((other) => other !== name)
  for (const other of others) expect(sourceOf(`${name}.ts`)).not.toContain(`./${other}.ts`)
})

test('a reason a rule gives is in the catalogue', () => {
  const given = Object.keys(RULE_BOOK).flatMap((name) => [
    ...sourceOf(`${name}.ts`).matchAll(/code: '([A-Z_]+)'/g),
  ])
  expect(given.length).toBeGreaterThan(5)
  for (const [, code = ''] of given) expect(Object.keys(REFUSAL_CATALOGUE)).toContain(code)
})
