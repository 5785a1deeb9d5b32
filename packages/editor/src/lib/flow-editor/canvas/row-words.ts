import { t } from '#lib/i18n/locale.svelte.ts'
import { conditionWords } from '../condition-words.ts'
import { vendorWayName } from '../extensions.svelte.ts'
import type { CardRow } from './card.ts'

/** What a row of a block of this kind says: a choice's label, a case's condition, a silence, a way that an extension named. */
export function rowWords({ text, when, way }: CardRow, kind: string): string {
  if (when) return conditionWords(when)
  if (way?.afterSilence) return t('flow.silence')
  return text ?? (way ? vendorWayName(kind, way.label) : '')
}
