import type { DraftMoved, FlowVersionSummary, PublishPreview } from '@shopbell/protocol'
import type { ApiError } from '#lib/api/answer.ts'
import { previewPublish, publishDraft } from '#lib/api/flow-publishing.ts'

/** What was about to be published and is no longer so: who changed what, or published meanwhile. */
export interface Moved extends DraftMoved {
  /** The version that went live meanwhile. */
  readonly published: FlowVersionSummary | null
}

/** What publishing would do, as it was shown: just this revision is published, never a newer one that nobody has seen. */
export interface PublishPlan {
  readonly preview: PublishPreview | null
  readonly busy: boolean
  readonly error: ApiError | null
  readonly moved: Moved | null
  readonly look: () => Promise<void>
  /** The version that is live now, or null: then `error` or `moved` says why, and the plan shows the newest. */
  readonly publish: (note: string) => Promise<FlowVersionSummary | null>
}

export function planPublish(): PublishPlan {
  let preview = $state.raw<PublishPreview | null>(null)
  let busy = $state(false)
  let error = $state.raw<ApiError | null>(null)
  let moved = $state.raw<Moved | null>(null)

  async function look(): Promise<void> {
    const answer = await previewPublish()
    if (answer.ok) preview = answer.value
    error = answer.ok ? null : answer.error
  }

  async function lookAgain(drifted: DraftMoved): Promise<void> {
    const shown = preview?.live?.version ?? 0
    await look()
    const live = preview?.live ?? null
    moved = { ...drifted, published: live && live.version > shown ? live : null }
  }

  async function publish(note: string): Promise<FlowVersionSummary | null> {
    if (!preview || busy) return null
    busy = true
    const answer = await publishDraft({ revision: preview.revision, note: note.trim() })
    error = null
    moved = null
    if (!answer.ok && answer.error.moved) await lookAgain(answer.error.moved)
    else if (!answer.ok) {
      if (answer.error.problems) await look()
      error = answer.error
    }
    busy = false
    return answer.ok ? answer.value.version : null
  }

  void look()
  return {
    get preview() {
      return preview
    },
    get busy() {
      return busy
    },
    get error() {
      return error
    },
    get moved() {
      return moved
    },
    look,
    publish,
  }
}
