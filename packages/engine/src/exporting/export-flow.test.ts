import { expect, test } from 'vitest'
import type { FlowDocument } from '../document/flow-document.ts'
import { BOTTLE_FLOW } from '../testing/bottle-flow.ts'
import { EXPORT_FORMS, exportFlow } from './export-flow.ts'

/** The same flow with its blocks written in another order. */
const REORDERED: FlowDocument = {
  ...BOTTLE_FLOW,
  blocks: Object.fromEntries(Object.entries(BOTTLE_FLOW.blocks).reverse()),
}

test.for(EXPORT_FORMS)(
  '%s has the same bytes whatever the order of keys, and ends with a line feed',
  (form) => {
    const { text, name } = exportFlow(BOTTLE_FLOW, form)
    expect(exportFlow(REORDERED, form).text).toBe(text)
    expect(text).toMatch(/[^\n]\n$/)
    expect(name.startsWith(`${BOTTLE_FLOW.id}.`)).toBe(true)
  },
)

test('each form is a file of its own', () => {
  const files = EXPORT_FORMS.map((form) => exportFlow(BOTTLE_FLOW, form))
  expect(new Set(files.map(({ name }) => name)).size).toBe(EXPORT_FORMS.length)
  expect(new Set(files.map(({ text }) => text)).size).toBe(EXPORT_FORMS.length)
})
