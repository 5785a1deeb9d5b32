import type { FlowVersionSummary } from '@shopbell/protocol'
import { restoreVersion } from '#lib/api/flow-publishing.ts'
import { errorSentence } from '#lib/i18n/error-sentence.ts'
import { t } from '#lib/i18n/locale.svelte.ts'
import { showToast } from '#lib/ui/toast.svelte.ts'

/** So long the line offers to take it back; the history offers it for ever. */
const UNDO_FOR_MS = 10_000

/** Says that a version is live, and offers to publish the one before again. `refresh` reads what is live now. */
export function tellPublished(
  { version }: FlowVersionSummary,
  before: FlowVersionSummary | null,
  refresh: () => Promise<void>,
): void {
  if (!before) return showToast({ text: t('pub.done', { n: version }) })
  showToast({
    text: t('pub.doneUndo', { n: version }),
    undo: () => void undo(before.version, refresh),
    shownForMs: UNDO_FOR_MS,
    byButtonOnly: true,
  })
}

async function undo(old: number, refresh: () => Promise<void>): Promise<void> {
  const answer = await restoreVersion(old, t('pub.undoNote', { n: old }))
  await refresh()
  showToast({
    text: answer.ok ? t('pub.undone', { old, n: answer.value.version.version }) : errorSentence(answer.error),
  })
}
