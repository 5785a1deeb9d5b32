import type { MessageContent } from '@shopbell/protocol'
import { linesOf, plainContent } from './plain-content.ts'

/** A message as Botkit's web chat shows it. */
export interface WebReply {
  readonly text: string
  readonly quick_replies?: WebQuickReply[]
}

/** `payload` is what the client sends, and shows as the buyer's own words: the option's label. */
export interface WebQuickReply {
  readonly title: string
  readonly payload: string
}

/**
 * A message for Botkit's web client; null where there is nothing to show. The client reads `text` as Markdown and `title` as HTML and
 * puts both into its page unchecked, so what would become an element or a link there is spelled out; a payload stays as it is.
 */
export function webReply(content: MessageContent): WebReply | null {
  const plain = plainContent(content)
  const text = linesOf(plain)
  const { options } = plain
  if (text === '' && options.length === 0) return null
  return {
    text: withoutLinks(withoutElements(text)),
    ...(options.length === 0
      ? {}
      : { quick_replies: options.map(({ label }) => ({ title: withoutElements(label), payload: label })) }),
  }
}

function withoutElements(text: string): string {
  return text.replaceAll(/&(?=#?\w{1,31};)/g, '&amp;').replaceAll('<', '&lt;')
}

/** Markdown's links can run scripts. Whatever is no link stays as it was written. */
function withoutLinks(text: string): string {
  return text.replaceAll(/\](?=\s*[([:])/g, '&#93;')
}
