import { isPublishable, parseFlow, type Problem, validateFlow } from '@shopbell/engine'
import type { Published, RestoreBody } from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import { keepNothing } from '../accounts/keep-answer.ts'
import { recordAudit } from '../accounts/record-audit.ts'
import { isRefused, type Refused } from '../reception/refused.ts'
import { draftOf } from '../store/flow-draft.ts'
import { holdVersions, insertVersion, liveVersion, versionByNumber } from '../store/flow-versions.ts'
import { runAsStore } from '../store/run-as.ts'
import { putFlowNews } from '../store/webhook-news.ts'
import { type FlowRefused, shownProblems } from './flow-refused.ts'
import { moveDraftOn } from './move-draft-on.ts'
import type { Publishing } from './publishing.ts'
import { profileOfStore } from '../reception/profile-of-store.ts'
import { versionSummary } from './version-summary.ts'

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
  keep = keepNothing,
): Promise<Published | Refused | FlowRefused> {
  const { storeId, name } = actor
  const { old, profile } = await runAsStore(database, storeId, async (tx) => ({
    old: await versionByNumber(tx, storeId, number),
    profile: await profileOfStore(tx, storeId, clock.now()),
  }))
  if (old === null) return { refused: 'NOT_FOUND' }
  const flow = parseFlow(old.document)
  const problems: readonly Problem[] = flow.ok
    ? validateFlow(flow.document, profile, extensions)
    : flow.problems
  if (!isPublishable(problems)) return { refused: 'FLOW_HAS_PROBLEMS', problems: shownProblems(problems) }

  const { document, hash, listVersion } = old
  const by = { note, publishedBy: name, publishedAt: clock.now() }
  const restored = await runAsStore(database, storeId, async (tx): Promise<Published | Refused> => {
    // The draft before the versions, as publishing takes them: two at once wait, never for each other.
    const draft = await draftOf(tx, storeId, 'lock')
    await holdVersions(tx, storeId)
    const live = await liveVersion(tx, storeId)
    if (live?.hash === hash) return { refused: 'ALREADY_LIVE' }
    const row = await insertVersion(tx, storeId, { document, hash, listVersion, ...by })
    if (draft !== null) await moveDraftOn(tx, storeId, draft, { name })
    const details = { version: row.version, from: number }
    await recordAudit(tx, actor, { at: clock.now(), action: 'flow_restored', details })
    await putFlowNews(tx, storeId, { version: row.version, at: row.publishedAt })
    const answer: Published = { version: versionSummary(row), problems: shownProblems(problems) }
    await keep(tx, answer)
    return answer
  })
  if (isRefused(restored)) return restored
  bus.publish({ type: 'flow', storeId })
  bus.publish({ type: 'webhooks', storeId })
  bus.publish({ type: 'draft', storeId })
  return restored
}
