import { readFileSync } from 'node:fs'
import { BLOCK_KINDS, FlowDocument, parseFlow, PROFILES, validateFlow } from '@shopbell/engine'
import { expect, test } from 'vitest'
import { flowFieldsTable } from '../../../packages/engine/scripts/flow-fields.ts'
import { section, tableRows } from './table-rows.ts'

const DOC = readFileSync(new URL('../../../docs/flow-format.md', import.meta.url), 'utf8')
const EXAMPLE = /```json\n([\s\S]*?)```/.exec(DOC)?.[1] ?? ''

test('the example is a flow without problems', () => {
  const parsed = parseFlow(EXAMPLE)
  expect(parsed).toMatchObject({ ok: true })
  if (parsed.ok) expect(validateFlow(parsed.document, PROFILES.marketplace)).toEqual([])
})

test('every section of the document has a row, and no other', () => {
  const rows = /## Sections\n([\s\S]*?)\n## /.exec(DOC)?.[1] ?? ''
  const named = [...rows.matchAll(/^\| (`[^|]*`)\s+\|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
  )
  expect(named.toSorted()).toEqual(Object.keys(FlowDocument.properties).toSorted())
})

test('every kind of block has a row, and no other', () => {
  const rows = /## Blocks\n([\s\S]*?)\n## /.exec(DOC)?.[1] ?? ''
  const named = [...rows.matchAll(/^\| `([a-z-]+)`\s+\|/gm)]
    .map(([, kind]) => kind)
    .filter((kind) => kind !== 'kind')
  expect(named.toSorted()).toEqual(Object.keys(BLOCK_KINDS).toSorted())
})

test('every field of every block has a row, as the schema has it (npm run schema -w packages/engine)', () => {
  expect(tableRows(section(DOC, '## Fields of blocks'))).toEqual(tableRows(flowFieldsTable()))
})
