import type { Editor } from '../store/editor.ts'

/**
 * The keys of undo and redo on a page that shows the draft; true when the event was one of them. In a field that is not the flow's
 * own (a note, a search) they stay the browser's.
 */
export function undoKeys(event: KeyboardEvent, editor: Pick<Editor, 'undo' | 'redo'>): boolean {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return false
  const key = event.key.toLowerCase()
  if (key !== 'z' && key !== 'y') return false
  const { target } = event
  const isForeign =
    target instanceof HTMLInputElement ||
    (target instanceof HTMLTextAreaElement && !('flowText' in target.dataset))
  if (isForeign) return false
  event.preventDefault()
  if (key === 'y' || event.shiftKey) editor.redo()
  else editor.undo()
  return true
}
