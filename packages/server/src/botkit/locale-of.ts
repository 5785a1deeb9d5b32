/** The language a browser asks for first; Botkit's client says none itself. */
export function localeOf(acceptLanguage: string | undefined, otherwise: string): string {
  const [first = ''] = (acceptLanguage ?? '').split(/[,;]/, 1)
  return /^[A-Za-z][A-Za-z0-9-]{0,34}$/.test(first.trim()) ? first.trim() : otherwise
}
