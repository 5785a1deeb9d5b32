import { commandKey } from '#lib/ui/single-keys.svelte.ts'
import type { Editor } from '../store/editor.ts'
import { setOf } from '../store/set-of.ts'
import type { Acts } from './acts.ts'
import type { Canvas } from './canvas.svelte.ts'
import type { Direction } from './neighbour.ts'

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

interface KeyRoom {
  readonly editor: Editor
  readonly canvas: Canvas
  readonly acts: Acts
  readonly onsearch: () => void
}

/** The canvas's keys, on a block or one of its ports. True when a key meant something here. */
export function pressKey(event: KeyboardEvent, room: KeyRoom): boolean {
  const { target } = event
  if (!(target instanceof HTMLElement) || target.closest('input, textarea, select, [role=menu]')) return false
  const block = target.closest<HTMLElement>('[data-block]')?.dataset['block'] ?? null
  const port = target.closest<HTMLElement>('[data-port]')?.dataset['port'] ?? null
  if (event.ctrlKey || event.metaKey) return pressWithControl(event, room)
  const direction = ARROWS[event.key]
  // While its block is out of view the canvas has the keyboard, and arrows go on from that block.
  if (direction && target === room.canvas.element && !event.altKey && !event.shiftKey) {
    room.acts.walk(direction)
    return true
  }
  if (direction && block !== null && !event.shiftKey) {
    if (event.altKey) room.acts.move(direction)
    else room.acts.walk(direction)
    return true
  }
  return !event.altKey && pressPlain(event, block, port, room)
}

function pressWithControl({ key, shiftKey, altKey }: KeyboardEvent, { acts, onsearch }: KeyRoom): boolean {
  const act = { a: acts.selectAll, d: acts.duplicate, f: onsearch }[key.toLowerCase()]
  if (!act || shiftKey || altKey) return false
  act()
  return true
}

function pressPlain(
  event: KeyboardEvent,
  block: string | null,
  port: string | null,
  { editor, canvas, acts }: KeyRoom,
): boolean {
  switch (event.key) {
    case 'Delete':
    case 'Backspace':
      if (port !== null && block !== null) acts.disconnect(block, port)
      else acts.remove()
      return true
    case 'Escape':
      editor.select([])
      canvas.selectedNotes = setOf()
      return true
  }
  if (block === null) return false
  switch (event.key) {
    case 'Enter':
    case ' ':
      if (port !== null) acts.connect(block, port)
      else if (event.key === 'Enter') acts.inspect(block)
      else editor.select([block])
      return true
    case 'F2':
      acts.rename(block)
      return true
    case 'ContextMenu':
      canvas.menu = block
      return true
    case 'F10':
      if (event.shiftKey) canvas.menu = block
      return event.shiftKey
    case 'Home':
      void canvas.focus(editor.document.entries.reception ?? block)
      return true
  }
  const letter = commandKey(event)
  if (letter === 'e') acts.toggle(block)
  else if (letter === 'l' && event.shiftKey) acts.disconnect(block, port)
  else if (letter === 'l') acts.connect(block, port)
  else return false
  return true
}
