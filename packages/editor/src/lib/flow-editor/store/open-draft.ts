import { chosenProfile, readFlow } from '@shopbell/engine'
import type { FlowDraft, SignedIn } from '@shopbell/protocol'
import type { Answer } from '#lib/api/answer.ts'
import { beginFrom, readOperations } from '#lib/api/flow-draft.ts'
import { readDraft } from '#lib/api/flow.ts'
import { endMerge, openEditor, type EditorState } from '../document/editor-state.ts'
import { arrive, isSaved, localDocument, rebase } from '../document/saving.ts'
import { loadExtensions } from '../extensions.svelte.ts'
import type { DraftLine } from './draft-line.ts'
import { createEditor, settled } from './editor.svelte.ts'
import type { Editor } from './editor.ts'
import { dropJournal, readJournals, type JournalEntry } from './journal.ts'
import { claimLane, ownLane } from './lane.ts'
import { readLiveVersion } from './read-live-version.ts'

/**
 * Opens the shop's draft: the server's document, with what this tab (or one that was killed) had not saved yet on top, and its undo
 * stack. `NO_DRAFT` where there is nothing to begin from.
 */
export async function openDraft(signedIn: SignedIn, line: DraftLine): Promise<Answer<Editor>> {
  await settled() // an editor this page has just left is still saving
  const mayEdit = signedIn.account.role === 'owner' || signedIn.account.role === 'admin'
  const [draft, live, lane] = await Promise.all([
    readOrBegin(mayEdit),
    readLiveVersion(),
    ownLane(),
    loadExtensions(),
  ])
  if (!draft.ok) return draft
  const flow = readFlow(draft.value.document)
  const profile = chosenProfile(signedIn.store.ruleBook)
  if (!flow.ok || !profile) return { ok: false, error: { code: 'UNREADABLE', message: '', status: 200 } }
  const owner = `${signedIn.store.id} ${signedIn.account.id}`
  const entry = await takeUpJournal(owner, lane)
  const fresh = openEditor(flow.document, draft.value.revision, lane)
  // What is typed from now on is a step of its own.
  const state = entry ? endMerge(await restore(entry, fresh)) : fresh
  const editor = createEditor({
    state,
    owner,
    live,
    line,
    savedAt: draft.value.savedAt,
    profile,
    mayEdit,
  })
  return { ok: true, value: editor }
}

/** Who may edit and finds no draft begins with what is live. */
async function readOrBegin(mayEdit: boolean): Promise<Answer<FlowDraft>> {
  const draft = await readDraft()
  if (draft.ok || draft.error.code !== 'NO_DRAFT' || !mayEdit) return draft
  const begun = await beginFrom('live')
  if (begun.ok) return begun
  return begun.error.code === 'DRAFT_EXISTS' ? readDraft() : draft
}

/** This tab's journal, or one that a tab which lives no more left with unsaved work. Empty ones of dead tabs are cleared away. */
async function takeUpJournal(owner: string, lane: string): Promise<JournalEntry | null> {
  const entries = await readJournals(owner)
  const own = entries.find((entry) => entry.lane === lane)
  if (own) return own
  for (const entry of entries) {
    if (!(await claimLane(entry.lane))) continue
    if (hasUnsaved(entry)) return entry
    await dropJournal(entry.key)
  }
  return null
}

function hasUnsaved({ state }: JournalEntry): boolean {
  return state.inFlight !== null || state.unsent.length > 0
}

/** Brings a journal up to the server's revision, batch by batch, so that whoever wrote the same place meanwhile is seen. */
async function restore({ state: kept }: JournalEntry, fresh: EditorState): Promise<EditorState> {
  const state: EditorState = { ...kept, document: localDocument(kept) }
  if (isSaved(state))
    return { ...fresh, lane: kept.lane, nextBatch: kept.nextBatch, undo: kept.undo, redo: kept.redo }
  const missed = await readOperations(state.revision)
  const caughtUp = arrive(state, missed.ok ? missed.value.batches : []).state
  return caughtUp.revision >= fresh.revision ? caughtUp : rebase(caughtUp, fresh.base, fresh.revision)
}
