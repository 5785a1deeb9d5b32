/** At least this long, in characters; no rules about their mix (the server's schema says the same). */
export const PASSWORD_MIN = 12

/** How many characters a new password still lacks. */
export function missingCharacters(password: string): number {
  return Math.max(0, PASSWORD_MIN - [...password].length)
}

/** The server's own pattern: something, an @, something, without spaces. */
export function looksLikeEmail(email: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(email)
}
