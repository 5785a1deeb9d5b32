import {
  behaviourHash,
  canonicalFlow,
  compileFlow,
  type FlowDocument,
  isPublishable,
  parseFlow,
  type Problem,
  validateFlow,
} from '@shopbell/engine'
import type { Published, PublishBody } from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import type { Refused } from '../reception/refused.ts'
import { logBatch } from '../store/draft-log.ts'
import { type DraftRow, draftOf, saveDraft } from '../store/flow-draft.ts'
import { type FlowVersionRow, insertVersion } from '../store/flow-versions.ts'
import { runAsStore } from '../store/run-as.ts'
import { type FlowRefused, shownProblems } from './flow-refused.ts'
import type { Publishing } from './publishing.ts'
import { profileOfStore } from './store-profile.ts'
import { versionSummary } from './version-summary.ts'

/**
 * Makes the draft of this revision the store's next version, live at once (PUB-01, PUB-08). With errors nothing is published and
 * all of them are answered (PUB-09). The draft stays, one revision on: publishing the same revision again is `DRAFT_MOVED`, so that
 * a double click is no second version. Running sessions keep the version they began with.
 */
export async function publishFlow(
  { database, clock, bus }: Publishing,
  actor: Actor,
  { revision, note = '' }: PublishBody,
): Promise<Published | Refused | FlowRefused> {
  const { storeId } = actor
  const { draft, profile } = await runAsStore(database, storeId, async (tx) => ({
    draft: await draftOf(tx, storeId),
    profile: await profileOfStore(tx, storeId),
  }))
  if (draft === null) return { refused: 'NO_DRAFT' }
  if (draft.revision !== revision) return { refused: 'DRAFT_MOVED' }

  // Judged outside the transaction that publishes: the revision says there whether it still is what was judged.
  const flow = parseFlow(draft.document)
  const problems: readonly Problem[] = flow.ok ? validateFlow(flow.document, profile) : flow.problems
  if (!flow.ok || !isPublishable(problems)) {
    return { refused: 'FLOW_HAS_PROBLEMS', problems: shownProblems(problems) }
  }

  const version = newVersion(flow.document, { note, publishedBy: actor.name, publishedAt: clock.now() })
  const published = await runAsStore(database, storeId, async (tx): Promise<FlowVersionRow | null> => {
    const current = await draftOf(tx, storeId, 'lock')
    if (current?.revision !== revision) return null
    const row = await insertVersion(tx, storeId, version)
    const moved = await saveDraft(tx, storeId, movedOn(current, row.version))
    if (moved === null) throw new Error('A draft moved on while it was locked.')
    await logBatch(tx, storeId, {
      revision: moved.revision,
      base: revision,
      batch: null,
      operations: [],
      savedBy: actor.name,
    })
    return row
  })
  if (published === null) return { refused: 'DRAFT_MOVED' }
  bus.publish({ type: 'flow', storeId })
  bus.publish({ type: 'draft', storeId })
  return { version: versionSummary(published), problems: shownProblems(problems) }
}

function newVersion(
  flow: FlowDocument,
  by: { readonly note: string; readonly publishedBy: string; readonly publishedAt: number },
) {
  return {
    document: canonicalFlow(flow),
    hash: behaviourHash(flow),
    listVersion: compileFlow(flow).list?.version ?? null,
    ...by,
  }
}

/** The draft as it goes on after publishing: same words, based on its own version. */
function movedOn({ document, savedAt, savedBy, revision }: DraftRow, base: number) {
  return { document, savedAt, savedBy, base, expectedRevision: revision }
}
