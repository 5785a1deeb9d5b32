import type { LocalText } from '@shopbell/protocol'
import { matchLocale } from './match-locale.ts'

/** Who reads a text of the store. */
export interface Reader {
  /** The language they read the chat in. */
  readonly locale: string
  /** The store's own language, which stands in for one that a text is not written in. */
  readonly defaultLocale: string
}

/** No language's tag. */
const NONE = ''

/** A text by language, without the languages in which nothing is written; a plain one is in the store's own. */
export function textsOf(text: LocalText, defaultLocale: string): Readonly<Record<string, string>> {
  const texts = typeof text === 'string' ? { [defaultLocale]: text } : text
  return Object.fromEntries(Object.entries(texts).filter(([, words]) => words.trim() !== ''))
}

/** The language in which a reader gets a text: theirs, else the store's own; null: it is written in neither. */
export function localeFor(text: LocalText, { locale, defaultLocale }: Reader): string | null {
  const found = matchLocale([locale, defaultLocale], Object.keys(textsOf(text, defaultLocale)), NONE)
  return found === NONE ? null : found
}

/** What a reader gets of a text that may be left out: `''` where it is written neither in their language nor in the store's own. */
export function wordsIfWritten(text: LocalText, reader: Reader): string {
  if (typeof text === 'string') return text
  const locale = localeFor(text, reader)
  return (locale === null ? undefined : text[locale]) ?? ''
}

/**
 * What a reader gets of a text that must not be left out: where the store changed its own language after it was written, the first
 * language there is.
 */
export function wordsFor(text: LocalText, reader: Reader): string {
  if (typeof text === 'string') return text
  const words = wordsIfWritten(text, reader)
  return words === '' ? (Object.values(textsOf(text, reader.defaultLocale))[0] ?? '') : words
}
