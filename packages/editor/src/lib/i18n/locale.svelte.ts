import { remember } from '../ui/device-memory.ts'
import { CHINESE } from './chinese.ts'
import { ENGLISH, type MessageKey } from './english.ts'
import { fillPhrase, type Filling, type Phrase } from './phrase.ts'

export const LOCALES = ['en', 'zh-CN'] as const
export type Locale = (typeof LOCALES)[number]

/** Every language under its own name, so that who cannot read the console finds the way out. */
export const LOCALE_NAMES: Readonly<Record<Locale, string>> = { en: 'English', 'zh-CN': '简体中文' }

const CATALOGUES: Readonly<Record<Locale, Readonly<Record<MessageKey, Phrase>>>> = {
  en: ENGLISH,
  'zh-CN': CHINESE,
}

/** static/first-paint.js reads it too. */
const STORED_AS = 'shopbell.locale'

let current = $state<Locale>(document.documentElement.lang === 'zh-CN' ? 'zh-CN' : 'en')

export function locale(): Locale {
  return current
}

/** Switches the console's language at once and for the next visits of this device. */
export function chooseLocale(next: Locale): void {
  current = next
  document.documentElement.lang = next
  remember(STORED_AS, next)
}

/** The console's words for `key` in the current language, filled in. */
export function t<Key extends MessageKey>(key: Key, ...filling: Filling<(typeof ENGLISH)[Key]>): string {
  return tIn(current, key, ...filling)
}

/** The same in a language of one's choice: what is searched is found in either. */
export function tIn<Key extends MessageKey>(
  locale: Locale,
  key: Key,
  ...filling: Filling<(typeof ENGLISH)[Key]>
): string {
  return fillPhrase(CATALOGUES[locale][key], locale, filling[0])
}
