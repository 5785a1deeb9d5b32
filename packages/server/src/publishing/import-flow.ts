import { parseFlow, validateFlow } from '@shopbell/engine'
import type { FlowImported } from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import { doOnce } from '../accounts/do-once.ts'
import { recordAudit } from '../accounts/record-audit.ts'
import { liveVersionNumber } from '../store/flow-versions.ts'
import { runAsStore } from '../store/run-as.ts'
import { fitDraft } from './fit-draft.ts'
import { type FlowRefused, shownProblems } from './flow-refused.ts'
import type { Publishing } from './publishing.ts'
import { replaceDraft } from './replace-draft.ts'
import { profileOfStore } from '../reception/profile-of-store.ts'

/**
 * Reads a flow file: migrates it, says all its problems, and makes it the store's draft where `save` is set (flow-format rule 10).
 * A draft may have problems; a file that is no flow at all is refused with what is wrong, and nothing changes.
 */
export async function importFlow(
  { database, clock, bus, extensions }: Publishing,
  actor: Actor,
  { source, save }: { readonly source: string; readonly save: boolean },
): Promise<FlowImported | FlowRefused> {
  const flow = parseFlow(source)
  if (!flow.ok) return { refused: 'FLOW_UNREADABLE', problems: shownProblems(flow.problems) }
  const fit = fitDraft(flow.document)
  if (!fit.ok) return { refused: 'FLOW_UNREADABLE', problems: fit.problems }

  const { storeId } = actor
  const profile = await runAsStore(database, storeId, (tx) => profileOfStore(tx, storeId, clock.now()))
  const problems = shownProblems(validateFlow(flow.document, profile, extensions))
  if (!save) return { saved: false, problems }

  const imported = await doOnce(database, actor, async (tx) => {
    const savedAt = clock.now()
    await recordAudit(tx, actor, { at: savedAt, action: 'flow_imported', subject: flow.document.name })
    const { revision } = await replaceDraft(tx, storeId, {
      document: fit.text,
      base: await liveVersionNumber(tx, storeId),
      savedAt,
      savedBy: actor.name,
    })
    const answer: FlowImported = { saved: true, revision, problems }
    return answer
  })
  bus.publish({ type: 'draft', storeId })
  return imported
}
