import { isPublishable } from '@shopbell/engine'
import type { Published, RestoreBody } from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import { doOnce } from '../accounts/do-once.ts'
import { profileOfStore } from '../reception/profile-of-store.ts'
import { isRefused, type Refused } from '../reception/refused.ts'
import { draftOf } from '../store/flow-draft.ts'
import { holdVersions, insertVersion, liveVersion, versionByNumber } from '../store/flow-versions.ts'
import { runAsStore } from '../store/run-as.ts'
import { announcePublished } from './announce-published.ts'
import { checkStored } from './check-stored.ts'
import { type FlowRefused, shownProblems } from './flow-refused.ts'
import { moveDraftOn } from './move-draft-on.ts'
import type { Publishing } from './publishing.ts'
import { recordPublished } from './record-published.ts'

/**
 * Publishes an old version's content, byte for byte, as the next version (PUB-11). What today's rule book refuses stays unpublished.
 * Where it is live already nothing happens, so that a double click is no second version. The draft keeps its words and moves one
 * revision on, because what it is compared with has changed.
 */
export async function restoreVersion(
  { database, clock, bus, extensions }: Publishing,
  actor: Actor,
  number: number,
  { note = '' }: RestoreBody,
): Promise<Published | Refused | FlowRefused> {
  const { storeId, name } = actor
  const { old, profile } = await runAsStore(database, storeId, async (tx) => ({
    old: await versionByNumber(tx, storeId, number),
    profile: await profileOfStore(tx, storeId, clock.now()),
  }))
  if (old === null) return { refused: 'NOT_FOUND' }
  const { problems } = checkStored(old.document, profile, extensions)
  if (!isPublishable(problems)) return { refused: 'FLOW_HAS_PROBLEMS', problems: shownProblems(problems) }

  const { document, hash, listVersion } = old
  const by = { note, publishedBy: name, publishedAt: clock.now() }
  const restored = await doOnce(database, actor, async (tx): Promise<Published | Refused> => {
    // The draft before the versions, as publishing takes them: two at once wait, never for each other.
    const draft = await draftOf(tx, storeId, 'lock')
    await holdVersions(tx, storeId)
    const live = await liveVersion(tx, storeId)
    if (live?.hash === hash) return { refused: 'ALREADY_LIVE' }
    const row = await insertVersion(tx, storeId, { document, hash, listVersion, ...by })
    if (draft !== null) await moveDraftOn(tx, storeId, draft, { name })
    return recordPublished(tx, actor, clock.now(), { row, restored: number, problems })
  })
  if (isRefused(restored)) return restored
  announcePublished(bus, storeId)
  return restored
}
