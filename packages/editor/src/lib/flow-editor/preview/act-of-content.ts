import type { BuyerAct, PlayedMessage } from '@shopbell/engine'
import type { SentContent } from '@shopbell/protocol'

/** What a buyer sends, in words that outlive an edit of the flow; null for what the preview does not offer. */
export function actOfContent(content: SentContent, messages: readonly PlayedMessage[]): BuyerAct | null {
  switch (content.kind) {
    case 'text':
      return { type: 'say', text: content.text }
    case 'menu':
      return { type: 'choose', item: content.item }
    case 'choice':
    case 'answer': {
      const source = messages[content.message - 1]?.source ?? null
      if (source === null) return null
      return content.kind === 'choice'
        ? { type: 'tap', source, option: content.option }
        : { type: 'answer', source, value: content.value }
    }
    default:
      return null
  }
}
