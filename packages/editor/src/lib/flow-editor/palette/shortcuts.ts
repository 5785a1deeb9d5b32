import type { ENGLISH, MessageKey } from '#lib/i18n/english.ts'
import type { Filling } from '#lib/i18n/phrase.ts'

/** Words that need nothing filled in. */
type PlainKey = { [Key in MessageKey]: Filling<(typeof ENGLISH)[Key]> extends [] ? Key : never }[MessageKey]

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

/** Every key of the editor, by where it works. */
export const SHORTCUTS: readonly ShortcutGroup[] = [
  {
    where: 'keys.anywhere',
    shortcuts: [
      { keys: 'Ctrl K', does: 'palette.title' },
      { keys: 'Ctrl /', does: 'keys.title' },
      { keys: 'Ctrl Z', does: 'act.undo' },
      { keys: 'Ctrl Shift Z', does: 'act.redo' },
      { keys: 'Ctrl Shift P', does: 'act.publish' },
    ],
  },
  {
    where: 'view.outline',
    shortcuts: [
      { keys: '↑ ↓ ← →', does: 'keys.walk' },
      { keys: 'Enter', does: 'command.renameBlock' },
      { keys: 'Alt ↑', does: 'palette.earlier' },
      { keys: 'Alt ↓', does: 'palette.later' },
      { keys: 'Delete', does: 'act.delete' },
      { keys: 'L', does: 'connect.to', single: true },
      { keys: 'Shift L', does: 'command.disconnect', single: true },
      { keys: 'E', does: 'palette.switch', single: true },
    ],
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
    ],
  },
  {
    where: 'preview.title',
    shortcuts: [
      { keys: 'Alt ←', does: 'preview.back' },
      { keys: 'Alt →', does: 'preview.forward' },
    ],
  },
]
