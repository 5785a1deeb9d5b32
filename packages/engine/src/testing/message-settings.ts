import type { CardSettings } from '../conversation/card-facts.ts'
import type { ChosenEntry } from '../conversation/menu-replies.ts'

/** A reply for one of the shop's products, and a list for cards with one question on and one off. */
export const CARD_SETTINGS: CardSettings = {
  productReplies: { on: true, rules: [{ id: 'trail', products: ['P1'], text: 'Trail is back in May.' }] },
  cardList: {
    lead: 'About this one:',
    questions: [
      { id: 'when', on: true, question: 'When sent?', answer: 'Within two days.' },
      { id: 'switched-off', on: false, question: 'Which post?', answer: 'The blue one.' },
    ],
  },
}

/** A menu with one entry of each sort, and a category that one of them offers. */
export const MENU: Readonly<Record<string, ChosenEntry>> = {
  orders: {
    entry: 'orders',
    label: 'My orders',
    gives: { does: 'say', contents: [{ kind: 'text', text: 'Nothing was ordered in this chat.' }] },
  },
  help: { entry: 'help', label: 'Complain', gives: { does: 'person' } },
  categories: {
    entry: 'categories',
    label: 'Categories',
    gives: { does: 'say', contents: [{ kind: 'choices', options: [{ id: 'c-tea', label: 'Tea' }] }] },
  },
  'c-tea': {
    entry: 'categories',
    label: 'Tea',
    gives: {
      does: 'say',
      contents: [
        { kind: 'text', text: 'Tea:' },
        { kind: 'products', items: [{ ref: 'P2', title: 'Camp' }] },
      ],
    },
  },
}
