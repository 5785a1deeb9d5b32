import type { Operation } from '../history/operation.ts'
import { keptById } from './kept-by-id.ts'
import type { Snapshot } from './snapshot.ts'
import type { Violation } from './violation.ts'

/** I6: a client's messages are stored in the order it wrote them. I8: what people are said to have sent, somebody did send. */
export function checkWriters(history: readonly Operation[], snapshot: Snapshot): readonly Violation[] {
  const kept = keptById(snapshot)
  const violations: Violation[] = []
  const written = new Map<string, string | null>()
  const last = new Map<string, { readonly id: string; readonly seq: number }>()
  for (const operation of history) {
    if (operation.f !== 'write') continue
    const { client, id, text } = operation
    written.set(id, text)
    const place = kept.get(id)?.[0]
    if (place === undefined) continue
    const thread = `${client} ${place.conversation.publicId}`
    const before = last.get(thread)
    const { seq } = place.message
    if (before !== undefined && before.seq >= seq) {
      const order = `${before.id} before ${id}, stored as ${String(before.seq)} and ${String(seq)}`
      violations.push({ invariant: 'I6', what: `${client} wrote ${order}` })
    }
    last.set(thread, { id, seq })
  }
  for (const { publicId, messages } of snapshot.conversations) {
    for (const { seq, author, clientId, content } of messages) {
      if (author !== 'buyer' && author !== 'agent') continue
      const text = clientId === null ? undefined : written.get(clientId)
      if (text !== undefined && (text === null || text === textOf(content))) continue
      const why = text === undefined ? 'nobody wrote it' : 'it was written otherwise'
      violations.push({ invariant: 'I8', what: `${publicId} ${String(seq)} is of a ${author}, but ${why}` })
    }
  }
  return violations
}

function textOf(content: unknown): string | null {
  return typeof content === 'object' &&
    content !== null &&
    'text' in content &&
    typeof content.text === 'string'
    ? content.text
    : null
}
