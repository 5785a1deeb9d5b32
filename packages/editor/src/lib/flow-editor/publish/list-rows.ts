import type { ListChange, QuestionChange } from '@shopbell/protocol'
import { t } from '#lib/i18n/locale.svelte.ts'
import type { ChangeRow } from './change-row.ts'

/** Question lists, a line per question, and how many are on now. */
export function listRows(changes: readonly ListChange[], maxOn: number): readonly ChangeRow[] {
  return changes.map(({ block, kind, title, on, questions }) => ({
    key: block,
    block,
    kind,
    title,
    tag: t('diff.list'),
    lines: [...questions.map(questionWords), t('diff.q.now', { n: on, max: maxOn })].map((text) => ({
      pieces: [{ text }],
    })),
  }))
}

function questionWords({ words: q, change, on, place }: QuestionChange): string {
  if (change === 'added') return t('diff.q.added', { q, lane: t(on ? 'q.on' : 'q.off') })
  if (change === 'moved') return t('diff.q.moved', { q, n: place })
  return t(`diff.q.${change}`, { q })
}
