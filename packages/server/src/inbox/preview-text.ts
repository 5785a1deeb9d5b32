import type { MessageContent } from '@shopbell/protocol'
import { contentWords } from './content-words.ts'

/** Longest preview in a list's row, in UTF-16 units. */
const MAX_UNITS = 160

/** One line that says what a message holds, for the list of conversations. */
export function previewText(content: MessageContent): string {
  const line = contentWords(content).replace(/\s+/g, ' ').trim()
  return line.length <= MAX_UNITS ? line : `${line.slice(0, MAX_UNITS - 1).toWellFormed()}…`
}
