import { ENGLISH, type MessageKey } from '#lib/i18n/english.ts'
import { locale, tIn, type Locale } from '#lib/i18n/locale.svelte.ts'
import { describedBlock, extensionWords } from './extensions.svelte.ts'

type KindKey = Extract<MessageKey, `kind.${string}`>

/** A block kind's name; an extension's kind has its own words, and goes by its name where the extension is not loaded. */
export function kindName(kind: string, language: Locale = locale()): string {
  const key = `kind.${kind}`
  if (isKindKey(key)) return tIn(language, key)
  const described = describedBlock(kind)
  return described ? extensionWords(described.title, language) : kind
}

function isKindKey(key: string): key is KindKey {
  return Object.hasOwn(ENGLISH, key)
}
