import { locale, LOCALES, type Locale } from '#lib/i18n/locale.svelte.ts'

/** A name in the language that is read, and in the others. */
export function inBothLanguages(say: (locale: Locale) => string): {
  readonly title: string
  readonly also: string
} {
  const others = LOCALES.filter((other) => other !== locale())
  return { title: say(locale()), also: others.map(say).join(' ') }
}
