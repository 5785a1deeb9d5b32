import { untrack } from 'svelte'
import type { Attachment } from 'svelte/attachments'
import type { Canvas } from './canvas.svelte.ts'

/**
 * Keeps the keyboard on the canvas: a block that is scrolled out of view is not drawn any more, and would take the focus with it. The
 * canvas itself has it until the block is drawn again, and its keys go on from that block.
 */
export function keepKeyboard(canvas: Canvas, block: string): Attachment<HTMLElement> {
  return (node) => {
    let isHere = false
    const come = (): void => void (isHere = true)
    // What is taken away loses the focus too; only what is still there has been left.
    const leave = (): void => queueMicrotask(() => (isHere &&= !node.isConnected))
    node.addEventListener('focusin', come)
    node.addEventListener('focusout', leave)
    const isHeldForIt = document.activeElement === canvas.element && untrack(() => canvas.current === block)
    if (isHeldForIt) node.focus({ preventScroll: true })
    return () => {
      node.removeEventListener('focusin', come)
      node.removeEventListener('focusout', leave)
      const isLost = document.activeElement === null || document.activeElement === document.body
      if (isHere && isLost) canvas.element?.focus({ preventScroll: true })
    }
  }
}
