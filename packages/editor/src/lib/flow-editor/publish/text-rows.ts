import type { TextChange } from '@shopbell/protocol'
import { t } from '#lib/i18n/locale.svelte.ts'
import type { ChangeRow } from './change-row.ts'
import { wordDiff } from './word-diff.ts'

/** Texts of one language, what went and came in them word by word. */
export function textRows(changes: readonly TextChange[]): readonly ChangeRow[] {
  return changes.map(({ locale, block, kind, title, part, item, before, after }) => ({
    key: `${block} ${item ?? ''} ${part}`,
    block: kind === null ? null : block,
    kind,
    title,
    tag: partWords(part),
    lines: [
      {
        pieces: [
          ...(item === null || part === 'question' || part === 'label' ? [] : [{ text: `${item} ` }]),
          ...wordDiff(before ?? '', after ?? ''),
        ],
        lang: locale,
      },
    ],
  }))
}

function partWords(part: string): string {
  const known = PARTS.find((one) => one === part)
  return known ? t(`diff.text.${known}`) : part
}

const PARTS = ['text', 'question', 'answer', 'label', 'reminder'] as const
