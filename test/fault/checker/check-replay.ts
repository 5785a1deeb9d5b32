import type { Effect } from '@shopbell/engine'
import { bodyOf } from '../history/body-of.ts'
import type { Played } from './play-again.ts'
import type { Violation } from './violation.ts'

/** I9: the stored messages are exactly those the engine gives when the journal is played again. Finds double and lost replies alike. */
export function checkReplay({ conversation, effects, why }: Played): readonly Violation[] {
  const { publicId, messages, journal } = conversation
  const broken = (what: string) => [{ invariant: 'I9', what: `${publicId} ${what}` } as const]
  if (effects === null) return broken(`cannot be played again: ${why}`)
  const gap = journal.findIndex(({ revision }, place) => revision !== place + 1)
  if (gap !== -1) return broken(`has no journal row of revision ${String(gap + 1)}`)

  const spoken = effects
    .flat()
    .filter((effect): effect is Extract<Effect, { type: 'message' }> => effect.type === 'message')
    .map(bodyOf)
  const stored = messages.map(bodyOf)
  const wrong = stored.findIndex((body, place) => spoken[place] !== body)
  if (wrong === -1 && stored.length === spoken.length) return []
  const place = String(wrong === -1 ? stored.length + 1 : wrong + 1)
  return broken(
    `differs from its replay at ${place} (${String(stored.length)} stored, ${String(spoken.length)} played)`,
  )
}
