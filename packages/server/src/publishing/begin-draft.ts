import { FLOW_FORMAT } from '@shopbell/engine'
import type { DraftBeginBody, FlowDraft } from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import { doOnce } from '../accounts/do-once.ts'
import { profileOfStore } from '../reception/profile-of-store.ts'
import { isRefused, type Refused } from '../reception/refused.ts'
import type { Tx } from '../store/database.ts'
import { saveDraft } from '../store/flow-draft.ts'
import { liveVersion } from '../store/flow-versions.ts'
import { storeById } from '../store/stores.ts'
import { fitDraft } from './fit-draft.ts'
import type { FlowRefused } from './flow-refused.ts'
import { isTooDeep } from './is-too-deep.ts'
import type { Publishing } from './publishing.ts'
import { shownDraft } from './read-draft.ts'

/** Begins a draft where there is none; one that exists is never replaced (two people who begin at once keep the first one's). */
export async function beginDraft(
  publishing: Publishing,
  actor: Actor,
  { from }: DraftBeginBody,
): Promise<FlowDraft | Refused | FlowRefused> {
  const { database, clock, bus } = publishing
  const { storeId } = actor
  const begun = await doOnce(database, actor, async (tx): Promise<FlowDraft | Refused | FlowRefused> => {
    const live = await liveVersion(tx, storeId)
    const source =
      from === 'live'
        ? live && readText(live.document)
        : from === 'empty'
          ? await emptyFlow(tx, storeId)
          : from
    if (source === null) return { refused: 'NOT_FOUND' }
    if (isTooDeep(source)) return { refused: 'NOT_UNDERSTOOD' }
    const fit = fitDraft(source)
    if (!fit.ok) return { refused: 'FLOW_UNREADABLE', problems: fit.problems }
    const saved = await saveDraft(tx, storeId, {
      document: fit.text,
      base: live?.version ?? null,
      savedAt: clock.now(),
      savedBy: actor.name,
      expectedRevision: 0,
    })
    if (saved === null) return { refused: 'DRAFT_EXISTS' }
    return shownDraft(publishing, saved, await profileOfStore(tx, storeId, clock.now()))
  })
  if (!isRefused(begun)) bus.publish({ type: 'draft', storeId })
  return begun
}

function readText(document: string): unknown {
  return JSON.parse(document)
}

/** A flow that does nothing yet, in the store's own language. */
async function emptyFlow(tx: Tx, storeId: number): Promise<object> {
  const store = await storeById(tx, storeId)
  if (store === null) throw new Error('An account belongs to a store that does not exist.')
  const { name, defaultLocale } = store
  const nothing = { variables: {}, entries: {}, blocks: {}, texts: {}, layout: {} }
  return {
    format: FLOW_FORMAT,
    id: 'reception',
    name: name.slice(0, 120).toWellFormed(),
    defaultLocale,
    ...nothing,
  }
}
