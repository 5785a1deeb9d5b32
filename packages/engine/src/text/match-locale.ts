/**
 * Picks a locale by RFC 4647 lookup: each wanted tag is shortened from its end until one of the available ones fits; `zh-Hans-CN`
 * finds `zh-CN` through its language as the last resort. Falls back to `fallback`.
 */
export function matchLocale(
  wanted: readonly string[],
  available: readonly string[],
  fallback: string,
): string {
  for (const tag of wanted) {
    const parts = tag.toLowerCase().split('-')
    for (let length = parts.length; length > 0; length--) {
      const prefix = parts.slice(0, length).join('-')
      const exact = available.find((locale) => locale.toLowerCase() === prefix)
      if (exact) return exact
    }
    const sameLanguage = available.find((locale) => locale.toLowerCase().split('-')[0] === parts[0])
    if (sameLanguage) return sameLanguage
  }
  return fallback
}
