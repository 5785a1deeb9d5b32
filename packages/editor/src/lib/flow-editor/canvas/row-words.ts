import { t } from '#lib/i18n/locale.svelte.ts'
import { conditionWords } from '../condition-words.ts'
import type { CardRow } from './card.ts'

/** What a row of a block says: a choice's label, a case's condition, a silence. */
export function rowWords({ text, when, way }: CardRow): string {
  if (when) return conditionWords(when)
  if (way?.afterSilence) return t('flow.silence')
  return text ?? way?.label ?? ''
}
