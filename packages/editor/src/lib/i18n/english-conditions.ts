import type { Phrase } from './phrase.ts'

/** How conditions of a flow read, in English. Written as a pair with chinese-conditions.ts. */
export const ENGLISH_CONDITIONS = {
  'when.locale': 'Language',
  'when.entry': 'Page',
  'when.card': 'Card sent',
  'when.words': 'Words',
  'when.openNow': 'Open now',
  'when.returning': 'Returning buyer',
  'entry.store_home': 'shop front',
  'entry.product': 'product',
  'entry.order': 'order',
  'entry.refund': 'refund',
  'entry.logistics_complaint': 'delivery complaint',
  'when.is': 'is',
  'when.isNot': 'is not',
  'when.oneOf': 'is one of',
  'when.includes': 'includes',
  'when.atLeast': 'at least',
  'when.atMost': 'at most',
  'when.before': 'before',
  'when.after': 'after',
  'when.answered': 'answered',
  'when.mentions': 'mention one of',
} as const satisfies Record<string, Phrase>
