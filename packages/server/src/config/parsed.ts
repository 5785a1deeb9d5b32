/** What became of a setting's text: its value, or a sentence that says what would be right. */
export type Parsed<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string }

export function parsed<T>(value: T): Parsed<T> {
  return { ok: true, value }
}

export function unfit(problem: string): Parsed<never> {
  return { ok: false, problem }
}
