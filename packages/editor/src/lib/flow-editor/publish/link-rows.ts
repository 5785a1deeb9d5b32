import type { LinkChange, LinkEnd } from '@shopbell/protocol'
import { t } from '#lib/i18n/locale.svelte.ts'
import type { ChangeRow } from './change-row.ts'
import type { Piece } from './word-diff.ts'

/** Ways that lead elsewhere: "Other size → Ask for drawing". */
export function linkRows(changes: readonly LinkChange[]): readonly ChangeRow[] {
  return changes.map((change) => ({
    key: `${change.block ?? ''} ${change.way} ${change.item ?? change.title}`,
    block: change.block,
    kind: change.kind,
    title: change.block === null ? t('problem.flow') : change.title,
    tag: t('diff.path'),
    lines: [
      {
        pieces: [
          { text: `${wayWords(change)} → ` },
          ...endPieces(change.before, 'del'),
          ...endPieces(change.after, 'ins'),
        ],
      },
    ],
  }))
}

function wayWords({ way, item, title }: LinkChange): string {
  if (way === 'entry') return t(title === 'orderCard' ? 'diff.way.orderCard' : 'diff.way.reception')
  if (way === 'item') return item ?? ''
  return t(`diff.way.${way}`)
}

function endPieces(end: LinkEnd | null, mark: 'del' | 'ins'): readonly Piece[] {
  return end ? [{ text: end.block === null ? t('connect.none') : end.title, mark }] : []
}
