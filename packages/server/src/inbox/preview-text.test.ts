import type { MessageContent } from '@shopbell/protocol'
import { expect, test } from 'vitest'
import { previewText } from './preview-text.ts'

const OPTIONS = [
  { id: 'a', label: 'MOQ?' },
  { id: 'b', label: 'Samples?' },
]

test.for<readonly [name: string, content: MessageContent, preview: string]>([
  [
    'a text in one line, without its markup',
    { kind: 'text', text: 'Hello **you**\n\nhow are you?' },
    'Hello you how are you?',
  ],
  ['a list by its words', { kind: 'choices', text: 'Tap one:', options: OPTIONS }, 'Tap one:'],
  ['a list without words by its questions', { kind: 'choices', options: OPTIONS }, 'MOQ? · Samples?'],
  ['a question by its words', { kind: 'form', text: 'Which size?', field: { type: 'text' } }, 'Which size?'],
  [
    'products by their names',
    {
      kind: 'products',
      items: [
        { ref: '1', title: 'Trail' },
        { ref: '2', title: 'Camp' },
      ],
    },
    'Trail · Camp',
  ],
  [
    'a file by its name',
    { kind: 'file', name: 'logo.svg', type: 'image/svg+xml', size: 1, url: 'https://x.example' },
    'logo.svg',
  ],
  ['a note by its words', { kind: 'note', code: 'closed', text: 'Closed' }, 'Closed'],
])('%s', ([, content, preview]) => {
  expect(previewText(content)).toBe(preview)
})

test('a long text is cut to 160 units, never inside a character', () => {
  const shown = previewText({ kind: 'text', text: '😀'.repeat(200) })
  expect(shown.length).toBeLessThanOrEqual(160)
  expect(shown.isWellFormed()).toBe(true)
  expect(shown.endsWith('…')).toBe(true)
})
