import { type MessageContent, plainText } from '@shopbell/protocol'

/** The words that a message shows, without markup. */
export function contentWords(content: MessageContent): string {
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
