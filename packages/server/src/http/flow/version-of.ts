/** The version a path names. */
export function versionOf(text: string): number | 'live' {
  return text === 'live' ? 'live' : Number(text)
}
