import type { Block } from '../blocks/registry.ts'
import type { FlowDocument } from '../document/flow-document.ts'
import { flowWith } from './flow-with.ts'

/** A shop for bottles: every kind of block and every type of answer once. English, Chinese in part. */
export const BOTTLE_FLOW: FlowDocument = flowWith({
  entries: { reception: 'hello' },
  variables: {
    size: { type: 'choice', options: ['small', 'large', 'other'] },
    quantity: { type: 'number', unit: 'pcs', min: 1, max: 10_000 },
    extras: { type: 'choices', options: ['logo', 'box'] },
    remark: { type: 'text' },
    'needed-by': { type: 'date' },
  },
  blocks: {
    hello: {
      kind: 'greeting',
      templates: [{ id: 'refund', when: { source: 'entry', op: 'is', value: 'refund' } }],
      next: 'picks',
    },
    picks: { kind: 'recommendation', count: 2, next: 'faq' },
    faq: {
      kind: 'faq',
      questions: [
        { id: 'ship', enabled: true },
        { id: 'price', enabled: true },
        { id: 'hidden', enabled: false },
      ],
      next: 'ask-size',
    },
    'ask-size': {
      kind: 'smart-question',
      variable: 'size',
      choices: [{ id: 'other', next: 'custom' }],
      reminder: { afterSeconds: 600 },
      timeout: { afterSeconds: 3_600, next: 'bye' },
      next: 'ask-quantity',
    },
    custom: { kind: 'message', next: 'ask-quantity' },
    'ask-quantity': { kind: 'smart-question', variable: 'quantity', next: 'ask-extras' },
    'ask-extras': { kind: 'smart-question', variable: 'extras', next: 'ask-remark' },
    'ask-remark': { kind: 'smart-question', variable: 'remark', next: 'ask-date' },
    'ask-date': { kind: 'smart-question', variable: 'needed-by', next: 'many' },
    many: {
      kind: 'condition',
      cases: [
        {
          id: 'thousand',
          when: { source: 'variable', name: 'quantity', op: 'atLeast', value: 1_000 },
          next: 'to-key',
        },
      ],
      else: 'to-sales',
    },
    'to-key': { kind: 'handoff', group: 'key' },
    'to-sales': { kind: 'handoff', group: 'sales' },
    bye: { kind: 'end' },
  },
  texts: {
    hello: 'Hello {{buyer.name|there}}, this is {{store.name}}.',
    'hello.refund.text': 'Hello, about your refund:',
    picks: 'Our picks:',
    faq: 'Tap one:',
    'faq.ship.question': 'Shipping?',
    'faq.ship.answer': 'In 3 days.',
    'faq.price.question': 'Price?',
    'faq.price.answer': '10 each.',
    'faq.hidden.question': 'Secret?',
    'faq.hidden.answer': 'Not told.',
    'ask-size': 'Which size?',
    'ask-size.small.label': 'Small',
    'ask-size.large.label': 'Large',
    'ask-size.other.label': 'Another',
    'ask-size.reminder': 'Still there?',
    custom: 'We make any size.',
    'ask-quantity': 'How many?',
    'ask-extras': 'Any extras?',
    'ask-extras.logo.label': 'Logo',
    'ask-extras.box.label': 'Gift box',
    'ask-remark': 'Anything else?',
    'ask-date': 'By when?',
    'to-key': 'Key accounts noted:\n{{answers}}',
    'to-sales': 'Sales noted:\n{{answers|nothing}}',
    bye: 'Come back any time.',
  },
  translations: {
    'zh-CN': {
      hello: '您好，{{store.name}}。',
      'faq.ship.question': '几天发货？',
      'faq.ship.answer': '三天。',
      'ask-size': '要哪种？',
      'ask-size.small.label': '小',
    },
  },
})

/** The same flow with some blocks replaced. */
export function bottlesWith(blocks: Readonly<Record<string, Block>>): FlowDocument {
  return { ...BOTTLE_FLOW, blocks: { ...BOTTLE_FLOW.blocks, ...blocks } }
}

/** The same flow with some English texts replaced. */
export function bottlesSaying(texts: Readonly<Record<string, string>>): FlowDocument {
  return { ...BOTTLE_FLOW, texts: { ...BOTTLE_FLOW.texts, en: { ...BOTTLE_FLOW.texts['en'], ...texts } } }
}
