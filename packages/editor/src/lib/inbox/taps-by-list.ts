import type { ThreadMessage } from '@shopbell/protocol'
import { contentWords } from './content-words.ts'

/** What the buyer tapped, by the seq of the list. */
export function tapsByList(messages: readonly ThreadMessage[]): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, string[]>()
  const lists = new Set(messages.filter(({ content }) => content.kind === 'choices').map(({ seq }) => seq))
  for (const { replyTo, content } of messages) {
    if (replyTo === undefined || !lists.has(replyTo)) continue
    found.set(replyTo, [...(found.get(replyTo) ?? []), contentWords(content)])
  }
  return found
}
