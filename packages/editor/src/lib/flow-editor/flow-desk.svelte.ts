import { canonicalFlow, countChanges, diffFlows, readFlow, type FlowDocument } from '@shopbell/engine'
import type { FlowDraft, FlowProblem, FlowVersionSummary } from '@shopbell/protocol'
import type { Answer, ApiError } from '#lib/api/answer.ts'
import { listFlowVersions, readDraft, readLiveFlow } from '#lib/api/flow.ts'

/** A flow as it was read: the summary or draft around it, and the document as the engine understands it. */
export interface LiveFlow {
  readonly summary: FlowVersionSummary
  readonly document: FlowDocument | null
}
export interface DraftFlow {
  readonly draft: FlowDraft
  readonly document: FlowDocument | null
}

/** What lies on the desk: what buyers get now, what is being written, and all that was published. */
export interface FlowDesk {
  readonly status: 'loading' | 'open' | 'failed'
  readonly error: ApiError | null
  readonly live: LiveFlow | null
  /** null without a draft, and where it says the same as what is live. */
  readonly draft: DraftFlow | null
  readonly changes: number
  readonly versions: readonly FlowVersionSummary[]
  refresh: () => Promise<void>
}

export function openFlowDesk(): FlowDesk {
  let status = $state<FlowDesk['status']>('loading')
  let error = $state.raw<ApiError | null>(null)
  let live = $state.raw<LiveFlow | null>(null)
  let draft = $state.raw<DraftFlow | null>(null)
  let versions = $state.raw<readonly FlowVersionSummary[]>([])

  const refresh = async (): Promise<void> => {
    const [listed, liveRead, draftRead] = await Promise.all([listFlowVersions(), readLiveFlow(), readDraft()])
    const failure = [listed, liveRead, draftRead].find((answer) => !answer.ok && !isAbsence(answer))
    if (failure && !failure.ok) {
      error = failure.error
      status = status === 'open' ? 'open' : 'failed'
      return
    }
    versions = listed.ok ? listed.value.versions : []
    live = liveRead.ok
      ? { summary: liveRead.value.summary, document: understood(liveRead.value.document) }
      : null
    const written = draftRead.ok
      ? { draft: draftRead.value, document: understood(draftRead.value.document) }
      : null
    draft = written && saysTheSame(written.document, live?.document ?? null) ? null : written
    error = null
    status = 'open'
  }
  void refresh()

  return {
    refresh,
    get status() {
      return status
    },
    get error() {
      return error
    },
    get live() {
      return live
    },
    get draft() {
      return draft
    },
    get changes() {
      return live?.document && draft?.document ? countChanges(diffFlows(live.document, draft.document)) : 0
    },
    get versions() {
      return versions
    },
  }
}

/** Nothing published yet and nothing drafted are states, not errors. */
function isAbsence(answer: Answer<unknown>): boolean {
  return !answer.ok && (answer.error.code === 'NOT_FOUND' || answer.error.code === 'NO_DRAFT')
}

function understood(document: unknown): FlowDocument | null {
  const flow = readFlow(document)
  return flow.ok ? flow.document : null
}

function saysTheSame(a: FlowDocument | null, b: FlowDocument | null): boolean {
  return a !== null && b !== null && canonicalFlow(a) === canonicalFlow(b)
}

export function countSeverity(problems: readonly FlowProblem[], severity: FlowProblem['severity']): number {
  return problems.filter((problem) => problem.severity === severity).length
}
