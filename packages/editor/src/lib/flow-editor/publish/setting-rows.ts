import type { SettingChange } from '@shopbell/protocol'
import { locale, t } from '#lib/i18n/locale.svelte.ts'
import { languageName } from '#lib/i18n/when.ts'
import type { ChangeRow } from './change-row.ts'
import type { Piece } from './word-diff.ts'

/** What belongs to the flow itself: names and languages. */
export function settingRows(changes: readonly SettingChange[]): readonly ChangeRow[] {
  return changes.map(({ part, before, after }) => {
    const named = PARTS.find((one) => one === part)
    const pieces: readonly Piece[] = [
      ...(before === null ? [] : [{ text: valueWords(part, before), mark: 'del' as const }]),
      ...(after === null ? [] : [{ text: valueWords(part, after), mark: 'ins' as const }]),
    ]
    return {
      key: `${part} ${after ?? before ?? ''}`,
      block: null,
      kind: null,
      title: t('problem.flow'),
      tag: named ? t(`diff.set.${named}`) : part,
      lines: [{ pieces }],
    }
  })
}

const PARTS = ['name', 'id', 'defaultLocale', 'language', 'variable'] as const

function valueWords(part: string, value: string): string {
  return part === 'defaultLocale' || part === 'language' ? languageName(locale(), value) : value
}
