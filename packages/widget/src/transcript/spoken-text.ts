import { type Message, plainText } from '@shopbell/protocol'

/** What a screen reader hears of a message of the shop: its text, then what can be chosen. Empty for the buyer's own. */
export function spokenText({ author, content }: Message): string {
  if (author === 'buyer') return ''
  switch (content.kind) {
    case 'text':
    case 'note':
      return plainText(content.text)
    case 'choices':
      return sentence(content.text, content.options)
    case 'form':
      return sentence(content.text, content.field.options)
    case 'products':
      return [plainText(content.text ?? ''), ...content.items.map(({ title }) => title)].join(', ')
    case 'order':
      return `${content.title}, ${content.status}`
    case 'file':
      return content.name
  }
}

function sentence(text = '', options: readonly { readonly label: string }[] = []): string {
  return [plainText(text), options.map(({ label }) => label).join(', ')]
    .filter((part) => part !== '')
    .join(' ')
}
