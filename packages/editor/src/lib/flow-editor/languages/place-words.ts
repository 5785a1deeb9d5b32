import { t } from '#lib/i18n/locale.svelte.ts'
import type { TextRow } from './text-rows.ts'

/** The endings of text keys that the built-in kinds use. */
const NAMED = ['question', 'answer', 'label', 'reminder', 'text'] as const

/** Where in its block a text stands, as a seller says it: "Question 2". A plug-in's part goes by its key. */
export function placeWords({ part, number }: Pick<TextRow, 'part' | 'number'>): string {
  if (part === '') return t('place.own')
  const named = NAMED.find((one) => one === part)
  const what = named ? t(`place.${named}`) : part
  return part === 'reminder' ? what : t('place.number', { what, n: number })
}
