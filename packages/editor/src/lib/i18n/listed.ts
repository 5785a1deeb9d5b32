/** Words one after the other, without “and”: `a, b, c`, in Chinese `甲、乙、丙` (its units would stand without anything between). */
export function listed(locale: string, words: readonly string[]): string {
  return new Intl.ListFormat(locale, { type: 'conjunction', style: 'narrow' }).format(words)
}
