import type { Phrase } from './phrase.ts'

/** The words of the library of questions in English. Written as a pair with chinese-library.ts. */
export const ENGLISH_LIBRARY = {
  'library.title': 'Library',
  'library.lead': 'What you take is yours to change. Only you know what stands in brackets.',
  'library.search': 'Search questions',
  'library.found': { one: '{n} question', other: '{n} questions' },
  'library.none': 'Nothing in the library says this. Write it yourself.',
  'library.category.any': 'For every shop',
  'library.category.apparel': 'Clothing',
  'library.category.bags': 'Bags and shoes',
  'library.category.home': 'Home and kitchen',
  'library.category.furniture': 'Furniture',
  'library.category.electronics': 'Electronics',
  'library.category.machinery': 'Machinery',
  'library.category.packaging': 'Packaging and print',
  'library.category.beauty': 'Beauty and care',
  'library.category.food': 'Food and drink',
  'library.category.toys': 'Toys and baby',
} as const satisfies Record<string, Phrase>
