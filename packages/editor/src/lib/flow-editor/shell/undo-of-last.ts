import { t } from '#lib/i18n/locale.svelte.ts'
import { showToast } from '#lib/ui/toast.svelte.ts'
import type { Editor } from '../store/editor.ts'

/** The undo of what was just done, for the message that tells of it. Where something else was done since, it takes back neither. */
export function undoOfLast(editor: Pick<Editor, 'lastStep' | 'undo'>): () => void {
  const step = editor.lastStep?.n
  return () => {
    if (editor.lastStep?.n === step) editor.undo()
    else showToast({ text: t('undo.later') })
  }
}
