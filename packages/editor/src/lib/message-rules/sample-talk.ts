import { fillVariables } from '@shopbell/engine'
import type { Message, MessageContent, MessageKind } from '@shopbell/protocol'

/** What somebody says in a conversation that is only shown. */
export interface Saying {
  readonly kind: MessageKind
  readonly content: MessageContent
}

/** A conversation as the chat shows it, numbered from 1; what is known of the store and of a product on a card is filled in (WEL-07). */
export function sampleTalk(sayings: readonly Saying[], store: string, at: number): readonly Message[] {
  const product = sayings.map(({ content }) => titleOn(content)).find((title) => title !== undefined)
  const known: Readonly<Record<string, string | undefined>> = { 'store.name': store, 'product.name': product }
  return sayings.map(({ kind, content }, index) => ({
    type: 'message',
    seq: index + 1,
    at,
    author: kind === 'buyer' ? 'buyer' : 'robot',
    kind,
    content: kind === 'buyer' ? content : filled(content, (name) => known[name]),
  }))
}

function titleOn(content: MessageContent): string | undefined {
  return content.kind === 'products' ? content.items[0]?.title : undefined
}

function filled(content: MessageContent, valueOf: (name: string) => string | undefined): MessageContent {
  const said = content.kind === 'choices' ? withLabels(content, valueOf) : content
  if (!('text' in said) || said.text === undefined) return said
  return { ...said, text: fillVariables(said.text, valueOf) }
}

function withLabels(
  content: Extract<MessageContent, { readonly kind: 'choices' }>,
  valueOf: (name: string) => string | undefined,
): MessageContent {
  const options = content.options.map(({ id, label }) => ({ id, label: fillVariables(label, valueOf) }))
  return { ...content, options }
}
