/**
 * Says whether a text can be stored and shown everywhere: no NUL (PostgreSQL cannot hold it), no half of a surrogate pair (JSON and
 * UTF-8 cannot carry it), none of the private-use slots `fillVariables` works with.
 */
export function isWellFormedText(text: string): boolean {
  return text.isWellFormed() && !/[\u0000\uE000]/.test(text)
}
