/** Languages shops are asked for most, offered by name; any other goes by its code. */
export const TRADE_LANGUAGES = [
  'en',
  'zh-CN',
  'zh-TW',
  'es',
  'pt-BR',
  'fr',
  'de',
  'it',
  'nl',
  'pl',
  'ru',
  'uk',
  'tr',
  'ar',
  'he',
  'fa',
  'hi',
  'bn',
  'id',
  'ms',
  'th',
  'vi',
  'ja',
  'ko',
] as const

/** The usual spelling of a language code (`pt-br` → `pt-BR`), or null where it is none that a flow takes. */
export function languageTag(typed: string): string | null {
  try {
    const [tag] = Intl.getCanonicalLocales(typed.trim())
    return tag !== undefined && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/.test(tag) ? tag : null
  } catch {
    return null
  }
}
