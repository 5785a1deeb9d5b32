import { bodyOf } from '../history/body-of.ts'
import type { Operation } from '../history/operation.ts'
import type { Snapshot } from './snapshot.ts'
import type { Violation } from './violation.ts'

/** I3: seqs are dense. I4: a seq means one message to everyone. I7: at the end every client holds all. */
export function checkSeqs(history: readonly Operation[], snapshot: Snapshot): readonly Violation[] {
  const violations: Violation[] = []
  const bodies = new Map<string, readonly string[]>()
  for (const { publicId, head, messages } of snapshot.conversations) {
    const gap = messages.findIndex(({ seq }, place) => seq !== place + 1)
    if (gap !== -1) {
      const found = String(messages[gap]?.seq)
      violations.push({
        invariant: 'I3',
        what: `${publicId} has seq ${found} where ${String(gap + 1)} belongs`,
      })
    }
    if (head !== messages.length) {
      const lengths = `${String(head)}, and has ${String(messages.length)} messages`
      violations.push({ invariant: 'I3', what: `${publicId} says its head is ${lengths}` })
    }
    bodies.set(publicId, messages.map(bodyOf))
  }

  const conversationOf = new Map<number, string>()
  for (const operation of history) {
    if (operation.f === 'welcome') conversationOf.set(operation.connection, operation.conversation)
    else if (operation.f === 'message') {
      const conversation = conversationOf.get(operation.connection) ?? ''
      const stored = bodies.get(conversation)?.[operation.seq - 1]
      if (stored === operation.body) continue
      const why = stored === undefined ? 'which is not stored' : 'which is another message in the database'
      const what = `${operation.client} was shown ${conversation} ${String(operation.seq)}, ${why}`
      violations.push({ invariant: 'I4', what })
    } else if (operation.f === 'held') {
      const stored = bodies.get(operation.conversation) ?? []
      const wrong = stored.findIndex((body, place) => operation.bodies[place] !== body)
      if (wrong === -1 && operation.bodies.length === stored.length) continue
      const place = `${operation.conversation} (${String(operation.bodies.length)} of ${String(stored.length)})`
      violations.push({ invariant: 'I7', what: `${operation.client} does not hold all of ${place}` })
    }
  }
  return violations
}
