/** The languages the library is written in. */
export const LIBRARY_LOCALES = ['en', 'zh-CN'] as const
export type LibraryLocale = (typeof LIBRARY_LOCALES)[number]

/** The same in each of them. */
export type InLibraryLocales<Value> = Readonly<Record<LibraryLocale, Value>>

/** The library's language for a flow's: any English, and Chinese in simplified characters; null where it does not speak it. */
export function libraryLocaleFor(locale: string): LibraryLocale | null {
  const [language, ...more] = locale.toLowerCase().split('-')
  if (language === 'en') return 'en'
  const isTraditional = more.some((part) => ['hant', 'tw', 'hk', 'mo'].includes(part))
  return language === 'zh' && !isTraditional ? 'zh-CN' : null
}
