import type { FlowDocument } from '@shopbell/engine'
import type { SignedIn } from '@shopbell/protocol'
import type { Answer, ApiError } from '#lib/api/answer.ts'
import { beginFrom } from '#lib/api/flow-draft.ts'
import { readDraft, readLiveFlow } from '#lib/api/flow.ts'
import { becomeFlow } from '../commands/become-flow.ts'
import type { DraftLine } from '../store/draft-line.ts'
import { openDraft } from '../store/open-draft.ts'

/**
 * Makes a flow the shop's draft. Where one is being written, or something is live, the flow takes its place as one step of the
 * editor: its Undo brings back what was there, also after a reload. `null` when it is saved.
 */
export async function takeAsDraft(
  signedIn: SignedIn,
  line: DraftLine,
  flow: FlowDocument,
): Promise<ApiError | null> {
  const begun = await beginWhereNothingIs(flow)
  if (begun.ok || begun.error.code !== 'DRAFT_EXISTS') return begun.ok ? null : begun.error
  const opened = await openDraft(signedIn, line)
  if (!opened.ok) return opened.error
  const editor = opened.value
  editor.execute(becomeFlow(flow))
  const isSaved = await editor.flush()
  const { refusal } = editor
  editor.close()
  return isSaved ? null : (refusal ?? { code: 'OFFLINE', message: '', status: 0 })
}

/** `DRAFT_EXISTS` also where a version is live: a draft begins from that one, so that the way back leads there. */
async function beginWhereNothingIs(flow: FlowDocument): Promise<Answer<unknown>> {
  const [draft, live] = await Promise.all([readDraft(), readLiveFlow()])
  const there = draft.ok ? draft : live
  if (there.ok) return { ok: false, error: { code: 'DRAFT_EXISTS', message: '', status: 409 } }
  for (const answer of [draft, live]) {
    if (!answer.ok && answer.error.code !== 'NO_DRAFT' && answer.error.code !== 'NOT_FOUND') return answer
  }
  return beginFrom(flow)
}
