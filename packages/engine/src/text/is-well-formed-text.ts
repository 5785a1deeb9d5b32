/** Says whether a text can be stored and shown everywhere: no NUL (PostgreSQL cannot hold it), no half of a surrogate pair (UTF-8 cannot). */
export function isWellFormedText(text: string): boolean {
  return text.isWellFormed() && !text.includes('\u0000')
}
