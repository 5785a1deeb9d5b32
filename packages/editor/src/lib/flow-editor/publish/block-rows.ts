import type { BlockChange, PartChange } from '@shopbell/protocol'
import { t } from '#lib/i18n/locale.svelte.ts'
import { fieldWords } from '../inspector/field-words.ts'
import { kindName } from '../kind-name.ts'
import type { ChangeLine, ChangeRow } from './change-row.ts'
import type { Piece } from './word-diff.ts'

/** Blocks that came, went, or are set in another way. */
export function blockRows(changes: readonly BlockChange[]): readonly ChangeRow[] {
  return changes.map(({ block, kind, title, change, parts }) => ({
    key: block,
    block,
    kind,
    title,
    tag: t(TAG[change]),
    lines:
      change === 'changed'
        ? parts.map(partLine)
        : [{ pieces: [{ text: kindName(kind), mark: change === 'added' ? 'ins' : 'del' }] }],
  }))
}

const TAG = {
  added: 'diff.blockAdded',
  removed: 'diff.blockRemoved',
  changed: 'diff.blockChanged',
} as const

function partLine({ part, before, after }: PartChange): ChangeLine {
  if (part === 'enabled')
    return { pieces: [{ text: t(after === true ? 'diff.switchedOn' : 'diff.switchedOff') }] }
  const words = partWords(part)
  if (before === null && after === null) return { pieces: [{ text: t('diff.partChanged', { part: words }) }] }
  return { pieces: [{ text: t('diff.part', { part: words }) }, ...sides(before, after)] }
}

function partWords(part: string): string {
  if (part === 'title') return t('diff.named')
  if (part === 'answer') return t('block.answerType')
  if (part === 'options') return t('block.choices')
  if (part === 'kind') return t('flow.kind')
  return fieldWords(part)
}

function sides(before: PartChange['before'], after: PartChange['after']): readonly Piece[] {
  const [old, made] = [before, after].map((value) => (value === null ? '' : String(value)))
  const pieces: readonly Piece[] = [
    { text: old ?? '', mark: 'del' },
    { text: made ?? '', mark: 'ins' },
  ]
  return pieces.filter(({ text }) => text !== '')
}
