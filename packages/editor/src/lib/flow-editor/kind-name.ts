import { ENGLISH, type MessageKey } from '#lib/i18n/english.ts'
import { t } from '#lib/i18n/locale.svelte.ts'

type KindKey = Extract<MessageKey, `kind.${string}`>

/** A block kind's name; a plug-in's kind goes by its own. */
export function kindName(kind: string): string {
  const key = `kind.${kind}`
  return isKindKey(key) ? t(key) : kind
}

function isKindKey(key: string): key is KindKey {
  return Object.hasOwn(ENGLISH, key)
}
