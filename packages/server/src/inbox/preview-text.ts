import { type MessageContent, plainText } from '@shopbell/protocol'

/** Longest preview in a list's row, in UTF-16 units. */
const MAX_UNITS = 160

/** One line that says what a message holds, for the list of conversations. */
export function previewText(content: MessageContent): string {
  const line = wordsOf(content).replace(/\s+/g, ' ').trim()
  return line.length <= MAX_UNITS ? line : `${line.slice(0, MAX_UNITS - 1).toWellFormed()}…`
}

function wordsOf(content: MessageContent): string {
  switch (content.kind) {
    case 'text':
    case 'form':
      return plainText(content.text)
    case 'choices':
      return plainText(content.text ?? '') || content.options.map(({ label }) => label).join(' · ')
    case 'products':
      return content.items.map(({ title }) => title).join(' · ')
    case 'order':
      return content.title
    case 'file':
      return content.name
    case 'note':
      return content.text
  }
}
