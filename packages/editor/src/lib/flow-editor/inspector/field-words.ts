import type { ENGLISH_EDITOR } from '#lib/i18n/english-editor.ts'
import { t } from '#lib/i18n/locale.svelte.ts'

/** The fields of the built-in kinds. */
const NAMED = [
  'next',
  'else',
  'count',
  'group',
  'reminder',
  'timeout',
  'afterSeconds',
  'cases',
  'templates',
  'when',
  'questions',
  'choices',
  'variable',
] as const satisfies readonly BlockField[]
type BlockField = keyof typeof ENGLISH_EDITOR extends infer Key
  ? Key extends `block.${infer Field}`
    ? Field
    : never
  : never

/** What a field of a kind's schema is called; one of a plug-in goes by its key. */
export function fieldWords(key: string): string {
  const named = NAMED.find((field) => field === key)
  return named ? t(`block.${named}`) : key
}
