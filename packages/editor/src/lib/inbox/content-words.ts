import { plainText, type MessageContent } from '@shopbell/protocol'
import { t } from '#lib/i18n/locale.svelte.ts'

/** What a message says, in one line of plain words: for captions and quotations. */
export function contentWords(content: MessageContent): string {
  switch (content.kind) {
    case 'text':
    case 'form':
    case 'note':
      return plainText(content.text)
    case 'choices':
      return plainText(content.text ?? '') || t('robot.list', { n: content.options.length })
    case 'products':
      return t('robot.products', {
        n: content.items.length,
        names: content.items.map(({ title }) => title).join(', '),
      })
    case 'order':
      return t('content.order', { title: content.title, status: content.status })
    case 'file':
      return t('content.file', { name: content.name })
  }
}
