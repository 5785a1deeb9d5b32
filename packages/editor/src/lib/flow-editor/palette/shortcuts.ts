import type { ENGLISH, MessageKey } from '#lib/i18n/english.ts'
import type { Filling } from '#lib/i18n/phrase.ts'

/** Words that need nothing filled in. */
export type PlainKey = {
  [Key in MessageKey]: Filling<(typeof ENGLISH)[Key]> extends [] ? Key : never
}[MessageKey]

/** A key and what it does. `single`: a letter without a modifier, which can be switched off. */
interface Shortcut {
  readonly keys: string
  readonly does: PlainKey
  readonly single?: true
}

interface ShortcutGroup {
  readonly where: PlainKey
  readonly shortcuts: readonly Shortcut[]
}

/** Every key of the editor, by where it works. The table in docs/editor.md is the same. */
export const SHORTCUTS: readonly ShortcutGroup[] = [
  {
    where: 'keys.anywhere',
    shortcuts: [
      { keys: 'Ctrl K', does: 'palette.title' },
      { keys: 'Ctrl /', does: 'keys.title' },
      { keys: 'Ctrl Z', does: 'act.undo' },
      { keys: 'Ctrl Shift Z', does: 'act.redo' },
      { keys: 'Ctrl Y', does: 'act.redo' },
      { keys: 'Ctrl Shift P', does: 'act.publish' },
    ],
  },
  {
    where: 'view.canvas',
    shortcuts: [
      { keys: '↑ ↓ ← →', does: 'keys.walk' },
      { keys: 'Home', does: 'keys.begin' },
      { keys: 'Alt ↑ ↓ ← →', does: 'keys.shift' },
      { keys: 'Enter', does: 'keys.fields' },
      { keys: 'Space', does: 'keys.onPort' },
      { keys: 'F2', does: 'canvas.rename' },
      { keys: 'L', does: 'connect.to', single: true },
      { keys: 'Shift L', does: 'canvas.disconnect', single: true },
      { keys: 'E', does: 'palette.switch', single: true },
      { keys: 'Delete', does: 'act.delete' },
      { keys: 'Ctrl D', does: 'canvas.duplicate' },
      { keys: 'Ctrl C', does: 'palette.copy' },
      { keys: 'Ctrl X', does: 'palette.cut' },
      { keys: 'Ctrl V', does: 'palette.paste' },
      { keys: 'Ctrl A', does: 'palette.selectAll' },
      { keys: 'Escape', does: 'keys.none' },
      { keys: 'Ctrl F', does: 'canvas.search' },
      { keys: 'Shift F10', does: 'keys.menu' },
    ],
  },
  {
    where: 'view.outline',
    shortcuts: [
      { keys: '↑ ↓', does: 'keys.walk' },
      { keys: '← →', does: 'keys.fold' },
      { keys: 'Home End', does: 'keys.ends' },
      { keys: 'Enter', does: 'canvas.rename' },
      { keys: 'Alt ↑', does: 'palette.earlier' },
      { keys: 'Alt ↓', does: 'palette.later' },
      { keys: 'L', does: 'connect.to', single: true },
      { keys: 'Shift L', does: 'canvas.disconnect', single: true },
      { keys: 'E', does: 'palette.switch', single: true },
      { keys: 'Delete', does: 'act.delete' },
    ],
  },
  {
    where: 'connect.to',
    shortcuts: [{ keys: 'Ctrl Enter', does: 'keys.goThere' }],
  },
  {
    where: 'keys.handle',
    shortcuts: [
      { keys: 'Space', does: 'keys.lift' },
      { keys: '↑ ↓', does: 'keys.move' },
      { keys: 'Escape', does: 'keys.putBack' },
      { keys: 'E', does: 'palette.switch', single: true },
    ],
  },
  {
    where: 'flow.problems',
    shortcuts: [
      { keys: '↑ ↓', does: 'keys.walk' },
      { keys: 'Enter', does: 'preview.toProblem' },
      { keys: 'P', does: 'keys.play', single: true },
    ],
  },
  {
    where: 'preview.title',
    shortcuts: [
      { keys: 'Alt ←', does: 'preview.back' },
      { keys: 'Alt →', does: 'preview.forward' },
    ],
  },
  {
    where: 'keys.publishing',
    shortcuts: [{ keys: 'Ctrl Enter', does: 'keys.publishShown' }],
  },
]
