import { isPublishable } from '@shopbell/engine'
import type { Published, PublishBody } from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import { doOnce } from '../accounts/do-once.ts'
import { profileOfStore } from '../reception/profile-of-store.ts'
import { isRefused, type Refused } from '../reception/refused.ts'
import type { Tx } from '../store/database.ts'
import { type DraftRow, draftOf } from '../store/flow-draft.ts'
import { insertVersion } from '../store/flow-versions.ts'
import { runAsStore } from '../store/run-as.ts'
import { announcePublished } from './announce-published.ts'
import { checkStored } from './check-stored.ts'
import { draftMoved, type DraftMovedRefusal } from './draft-moved.ts'
import { type FlowRefused, shownProblems } from './flow-refused.ts'
import { moveDraftOn } from './move-draft-on.ts'
import { newVersion } from './new-version.ts'
import type { Publishing } from './publishing.ts'
import { recordPublished } from './record-published.ts'

/**
 * Makes the draft of this revision the store's next version, live at once (PUB-01, PUB-08). With errors nothing is published and
 * all of them are answered (PUB-09). The draft stays, one revision on: publishing the same revision again is `DRAFT_MOVED`, so that
 * a double click is no second version. Running sessions keep the version they began with.
 */
export async function publishFlow(
  { database, clock, bus, extensions }: Publishing,
  actor: Actor,
  { revision, note = '' }: PublishBody,
): Promise<Published | Refused | DraftMovedRefusal | FlowRefused> {
  const { storeId, name } = actor
  const read = await runAsStore(database, storeId, async (tx) => {
    const draft = await draftOfRevision(tx, storeId, revision)
    return isRefused(draft) ? draft : { draft, profile: await profileOfStore(tx, storeId, clock.now()) }
  })
  if (isRefused(read)) return read

  // Judged outside the transaction that publishes: the revision says there whether it still is what was judged.
  const { document, problems } = checkStored(read.draft.document, read.profile, extensions)
  if (document === null || !isPublishable(problems)) {
    return { refused: 'FLOW_HAS_PROBLEMS', problems: shownProblems(problems) }
  }

  const version = newVersion(document, { note, publishedBy: name, publishedAt: clock.now() })
  const published = await doOnce(database, actor, async (tx) => {
    const draft = await draftOfRevision(tx, storeId, revision, 'lock')
    if (isRefused(draft)) return draft
    const row = await insertVersion(tx, storeId, version)
    await moveDraftOn(tx, storeId, draft, { name, base: row.version })
    return recordPublished(tx, actor, clock.now(), { row, restored: null, problems })
  })
  if (isRefused(published)) return published
  announcePublished(bus, storeId)
  return published
}

async function draftOfRevision(
  tx: Tx,
  storeId: number,
  revision: number,
  hold?: 'lock',
): Promise<DraftRow | Refused | DraftMovedRefusal> {
  const draft = await draftOf(tx, storeId, hold)
  if (draft === null) return { refused: 'NO_DRAFT' }
  return draft.revision === revision ? draft : draftMoved(tx, storeId, draft, revision)
}
