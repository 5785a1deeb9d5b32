import type { Operation } from '../history/operation.ts'
import { keptById } from './kept-by-id.ts'
import type { Snapshot } from './snapshot.ts'
import type { Violation } from './violation.ts'

/** I1: nothing acknowledged is lost. I2: nothing is stored twice or acknowledged under two seqs. */
export function checkSends(history: readonly Operation[], snapshot: Snapshot): readonly Violation[] {
  const kept = keptById(snapshot)
  const violations: Violation[] = []
  for (const [id, places] of kept) {
    if (places.length === 1) continue
    const where = places.map(({ conversation, message }) => `${conversation.publicId} ${String(message.seq)}`)
    violations.push({
      invariant: 'I2',
      what: `${id} is stored ${String(places.length)} times: ${where.join(', ')}`,
    })
  }
  const said = new Map<string, number>()
  for (const operation of history) {
    if (operation.f !== 'stored') continue
    const { id, seq } = operation
    const before = said.get(id)
    if (before !== undefined && before !== seq) {
      violations.push({
        invariant: 'I2',
        what: `${id} was acknowledged as ${String(before)} and as ${String(seq)}`,
      })
    }
    if (before === seq) continue
    said.set(id, seq)
    const places = kept.get(id) ?? []
    if (places.length === 0) {
      violations.push({ invariant: 'I1', what: `${id} was acknowledged as ${String(seq)} and is not stored` })
    } else if (!places.some(({ message }) => message.seq === seq)) {
      const at = String(places[0]?.message.seq)
      violations.push({
        invariant: 'I1',
        what: `${id} was acknowledged as ${String(seq)} and is stored as ${at}`,
      })
    }
  }
  return violations
}
