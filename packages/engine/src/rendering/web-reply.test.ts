import type { MessageContent } from '@shopbell/protocol'
import { expect, test } from 'vitest'
import { webReply } from './web-reply.ts'

const text = (words: string): MessageContent => ({ kind: 'text', text: words })

test.for([
  ['words are words', text('500 pieces.'), '500 pieces.'],
  [
    'emphasis loses its stars, a link is its words and address',
    text('**Yes**: [size](https://a.example)'),
    'Yes: size (https://a.example)',
  ],
  [
    'no text becomes an element',
    text('<img src=x onerror=alert(1)> 3 < 4'),
    '&lt;img src=x onerror=alert(1)> 3 &lt; 4',
  ],
  ['an entity stays what was written', text('&lt;b> R&D &#60;'), '&amp;lt;b> R&D &amp;#60;'],
  [
    'no text becomes a link',
    text('[a](java script:1) [b][1]\n[1]: javascript:alert(1)'),
    '[a&#93;(java script:1) [b&#93;[1&#93;\n[1&#93;: javascript:alert(1)',
  ],
  ['brackets that link nothing stay', text('1 [box] of 20'), '1 [box] of 20'],
  [
    'cards are lines',
    {
      kind: 'products',
      text: 'Ours:',
      items: [{ ref: 'a', title: 'Cup', price: '$ 3', url: 'https://a.example/cup' }],
    },
    'Ours:\nCup · $ 3 · https://a.example/cup',
  ],
  [
    'an order is a line',
    { kind: 'order', ref: 'D-1', title: 'Two cups', status: 'paid', items: 2 },
    'Two cups · paid',
  ],
] as const satisfies readonly (readonly [string, MessageContent, string])[])('%s', ([, content, shown]) => {
  expect(webReply(content)?.text).toBe(shown)
})

test('an option is a quick reply whose payload is its label as it was written', () => {
  const options = [{ id: 'a', label: 'Under 5 <b>cm</b>' }]
  expect(webReply({ kind: 'choices', text: 'Tap:', options })).toEqual({
    text: 'Tap:',
    quick_replies: [{ title: 'Under 5 &lt;b>cm&lt;/b>', payload: 'Under 5 <b>cm</b>' }],
  })
})

test('a list without options and words is nothing to show', () => {
  expect(webReply({ kind: 'choices', options: [] })).toBeNull()
})
