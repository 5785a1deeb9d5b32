import { untrack } from 'svelte'
import { problemBlock } from '../problem-block.ts'
import type { Editor } from '../store/editor.ts'
import type { Canvas } from './canvas.svelte.ts'

/** Brings into view what others ask for: a problem's block, what undo and redo changed, what another view selected. */
export function followEditor(editor: Editor, canvas: Canvas): void {
  $effect.pre(() => {
    const block = editor.focus?.block ?? (editor.focus?.at ? problemBlock(editor.focus.at) : null)
    untrack(() => {
      if (block === null || block === undefined) return
      canvas.stand(block)
      canvas.reveal(block)
    })
  })
  $effect.pre(() => {
    const step = editor.lastStep
    untrack(() => {
      const shown = step && step.how !== 'done' && step.touches.find((id) => isHere(canvas, id))
      if (shown) canvas.reveal(shown)
    })
  })
  $effect.pre(() => {
    const [block] = editor.selection
    untrack(() => {
      if (editor.selection.size === 1 && block !== undefined) canvas.stand(block)
    })
  })
}

function isHere({ places, notes }: Canvas, id: string): boolean {
  return places.has(id) || notes.some((note) => note.id === id)
}
