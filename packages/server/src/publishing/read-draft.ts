import { behaviourHash, type Profile, validateFlow } from '@shopbell/engine'
import type { FlowDraft } from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import { type DraftRow, draftOf } from '../store/flow-draft.ts'
import { runAsStore } from '../store/run-as.ts'
import { shownProblems } from './flow-refused.ts'
import type { Publishing } from './publishing.ts'
import { profileOfStore } from '../reception/profile-of-store.ts'
import { storedDocument } from './stored-document.ts'

/** The store's draft with all its problems, or null where there is none. */
export async function readDraft(
  { database, clock, ...rules }: Pick<Publishing, 'database' | 'clock' | 'extensions'>,
  { storeId }: Actor,
): Promise<FlowDraft | null> {
  const { draft, profile } = await runAsStore(database, storeId, async (tx) => ({
    draft: await draftOf(tx, storeId),
    profile: await profileOfStore(tx, storeId, clock.now()),
  }))
  return draft === null ? null : shownDraft(rules, draft, profile)
}

/** A draft with all its problems by this rule book. */
export function shownDraft(
  { extensions }: Pick<Publishing, 'extensions'>,
  draft: DraftRow,
  profile: Profile,
): FlowDraft {
  const document = storedDocument(draft.document)
  return {
    document,
    hash: behaviourHash(document),
    revision: draft.revision,
    ...(draft.base === null ? {} : { base: draft.base }),
    savedAt: draft.savedAt,
    savedBy: draft.savedBy,
    problems: shownProblems(validateFlow(document, profile, extensions)),
  }
}
