/** A text as the protocol takes it: well-formed Unicode, no NUL, no empty ends. */
export function sendableText(typed: string): string {
  return typed.toWellFormed().replaceAll('\0', '').trim()
}
