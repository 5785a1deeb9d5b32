import {
  compileFlow,
  diffFlows,
  type FlowDocument,
  localDayStart,
  type Profile,
  validateFlow,
} from '@shopbell/engine'
import type { ConversationsAt, PublishPreview } from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import { profileOfStore } from '../reception/profile-of-store.ts'
import type { Tx } from '../store/database.ts'
import { draftOf } from '../store/flow-draft.ts'
import { latestVersionNumber, liveVersion } from '../store/flow-versions.ts'
import { conversationsSince, type ConversationsRow, listHoldersSince } from '../store/live-conversations.ts'
import { runAsStore } from '../store/run-as.ts'
import { storeById, type StoreRow } from '../store/stores.ts'
import { shownProblems } from './flow-refused.ts'
import type { Publishing } from './publishing.ts'
import { storedDocument } from './stored-document.ts'
import { versionSummary } from './version-summary.ts'

const HOUR_MS = 3_600_000

/** What publishing the draft would do: to the flow, to who is talking now, to who holds today's list. Null without a draft. */
export async function previewPublish(
  { database, clock, extensions }: Omit<Publishing, 'bus'>,
  { storeId }: Actor,
): Promise<PublishPreview | null> {
  const found = await runAsStore(database, storeId, (tx) => look(tx, storeId, clock.now()))
  if (found.draft === null) return null
  const { draft, live, latest, profile, conversations, holders } = found
  const document = storedDocument(draft.document)
  const liveDocument = live && storedDocument(live.document)
  return {
    revision: draft.revision,
    savedAt: draft.savedAt,
    savedBy: draft.savedBy,
    name: document.name,
    next: latest + 1,
    live: live && versionSummary(live),
    problems: shownProblems(validateFlow(document, profile, extensions)),
    diff: diffFlows(liveDocument, document),
    conversations: conversations.map((row) => shownConversations(row, document, liveDocument)),
    lists: {
      holders,
      changes: (compileFlow(document).list?.version ?? null) !== (live?.listVersion ?? null),
      answers: profile.reception.faq.answerBinding,
    },
  }
}

async function look(tx: Tx, storeId: number, now: number) {
  const store = await storeById(tx, storeId)
  if (store === null) throw new Error('An account belongs to a store that does not exist.')
  const profile = await profileOfStore(tx, storeId, now)
  return {
    draft: await draftOf(tx, storeId),
    live: await liveVersion(tx, storeId),
    latest: await latestVersionNumber(tx, storeId),
    profile,
    conversations: await conversationsSince(tx, storeId, now - gapMs(profile)),
    holders: await listHoldersSince(tx, storeId, dayStart(store, now)),
  }
}

/** A session that was silent for longer is over: the next word begins another (ENT-02). */
function gapMs({ reception }: Profile): number {
  return reception.sessionGapHours * HOUR_MS
}

function dayStart({ timeZone }: StoreRow, now: number): number {
  return localDayStart(now, timeZone)
}

function shownConversations(
  { handling, flowVersion, block, count }: ConversationsRow,
  draft: FlowDocument,
  live: FlowDocument | null,
): ConversationsAt {
  const flow = block !== null && !Object.hasOwn(draft.blocks, block) ? live : draft
  const title = block === null ? null : (flow?.layout[block]?.title ?? block)
  return { handling, version: flowVersion, block, title, count }
}
