import type { Phrase } from './phrase.ts'

/** The words of the categories of products in English. Written as a pair with chinese-categories.ts. */
export const ENGLISH_CATEGORIES = {
  'category.open': 'Categories…',
  'category.title': 'Categories',
  'category.lead':
    'In your order. The name beside the number of products is what files and your shop’s system call it.',
  'category.none': 'No category yet. Add one below.',
  'category.name': 'Name of category {i}',
  'category.parent': '{name}, part of',
  'category.noParent': 'On its own',
  'category.partOf': 'Part of {name}',
  'category.products': { one: '{n} product', other: '{n} products' },
  'category.new': 'New category',
  'category.add': 'Add',
  'category.full': 'There are {max} categories. Delete one first.',
  'category.unnamed': 'A category has no name.',
  'category.nothing': 'Nothing was changed.',
  'category.gone': { one: 'Saving deletes {n} category.', other: 'Saving deletes {n} categories.' },
  'category.orphans': {
    one: '{n} product stays, without a category.',
    other: '{n} products stay, without a category.',
  },
  'category.save': 'Save',
  'category.saved': 'Categories saved',
  'category.moved': 'Somebody else changed the categories meanwhile. Yours are not saved.',
  'category.theirs': 'Show theirs',
} as const satisfies Record<string, Phrase>
