import { applyOperations, readFlow, type FlowDocument } from '@shopbell/engine'
import { expect, test } from 'vitest'
import { copyBlocks, readCopied } from './copied-blocks.ts'
import { pasteBlocks } from './paste-blocks.ts'

const FLOW: FlowDocument = {
  format: 1,
  id: 'shop',
  name: 'Shop',
  defaultLocale: 'en',
  variables: { size: { type: 'choice', options: ['small', 'large'] } },
  entries: { reception: 'ask' },
  blocks: {
    ask: {
      kind: 'smart-question',
      enabled: true,
      variable: 'size',
      next: 'bye',
      choices: [{ id: 'large', next: 'more' }],
    },
    more: { kind: 'message', next: 'bye' },
    bye: { kind: 'end' },
  },
  texts: {
    en: { ask: 'Size?', 'ask.small.label': 'S', 'ask.large.label': 'L', more: 'Great' },
    de: { ask: 'Größe?' },
  },
  layout: { ask: { x: 0, y: 0, title: 'Ask size' }, more: { x: 300, y: 0 }, bye: { x: 0, y: 200 } },
}
const OTHER: FlowDocument = { ...FLOW, id: 'other', texts: { 'zh-CN': {} }, defaultLocale: 'zh-CN' }

function pasted(into: FlowDocument, ids: readonly string[], at: { x: number; y: number } | null = null) {
  const command = pasteBlocks(copyBlocks(FLOW, ids), at)(into)
  const { document } = applyOperations(into, command?.operations ?? [])
  expect(readFlow(document).ok).toBe(true)
  return { command, document }
}

test('a copy has ids, texts in every language and a variable of its own; its links stay in its flow', () => {
  const { command, document } = pasted(FLOW, ['ask', 'more'])
  expect(command?.touches).toEqual(['ask-2', 'more-2'])
  expect(document.blocks['ask-2']).toMatchObject({
    variable: 'size-2',
    next: 'bye',
    choices: [{ id: 'large', next: 'more-2' }],
  })
  expect(document.variables['size-2']).toEqual(FLOW.variables['size'])
  expect(document.texts['de']?.['ask-2']).toBe('Größe?')
  expect(document.texts['en']?.['ask-2.large.label']).toBe('L')
  expect(document.layout['ask-2']).toEqual({ x: 40, y: 40, title: 'Ask size' })
  expect(document.blocks['ask']).toEqual(FLOW.blocks['ask'])
})

test('in another flow links to what was not copied lead nowhere, and the default language gets the words', () => {
  const { document } = pasted(OTHER, ['ask', 'more'], { x: 1000, y: 500 })
  expect(document.blocks['ask-2']).toEqual({
    kind: 'smart-question',
    enabled: true,
    variable: 'size-2',
    choices: [{ id: 'large', next: 'more-2' }],
  })
  expect(document.texts['zh-CN']?.['ask-2']).toBe('Size?')
  expect(document.layout['more-2']).toMatchObject({ x: 1300, y: 500 })
})

test('what is copied comes back from the clipboard as it was', () => {
  const copied = copyBlocks(FLOW, ['ask', 'gone'])
  expect(Object.keys(copied.blocks)).toEqual(['ask'])
  expect(readCopied(JSON.stringify(copied))).toEqual(copied)
})

test.for([
  ['words', 'Which size?'],
  ['broken JSON', '{"shopbell":"blocks"'],
  ['another thing’s JSON', '{"name":"x"}'],
  ['an unknown kind', JSON.stringify({ ...copyBlocks(FLOW, []), blocks: { a: { kind: 'bomb' } } })],
  [
    'a block id that is none',
    JSON.stringify({ ...copyBlocks(FLOW, []), blocks: { 'A b': { kind: 'end' } } }),
  ],
  ['a place beyond the canvas', JSON.stringify({ ...copyBlocks(FLOW, []), layout: { a: { x: 1e9, y: 0 } } })],
  [
    'more than a flow may hold',
    JSON.stringify({ ...copyBlocks(FLOW, []), texts: { en: { a: 'x'.repeat(300_000) } } }),
  ],
] as const)('%s on the clipboard is left alone', ([, text]) => {
  expect(readCopied(text)).toBeNull()
})

test('a flow that is full takes no more', () => {
  const blocks = Object.fromEntries(
    Array.from({ length: 500 }, (_, n) => [`b-${n}`, { kind: 'end' as const }]),
  )
  expect(pasteBlocks(copyBlocks(FLOW, ['bye']))({ ...FLOW, blocks })).toBeNull()
})
