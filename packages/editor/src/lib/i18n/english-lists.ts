import type { Phrase } from './phrase.ts'

/** The words of lists that are put in order, in English. Written as a pair with chinese-lists.ts. */
export const ENGLISH_LISTS = {
  'list.handle': 'Move {name}, {i} of {n}',
  'list.handleHint': 'Arrow up and down move it.',
  'list.moved': '{name} is number {i} of {n}',
  'list.more': 'More for {name}',
  'list.top': 'To the top',
  'list.up': 'Up',
  'list.down': 'Down',
  'list.delete': 'Delete',
} as const satisfies Record<string, Phrase>
