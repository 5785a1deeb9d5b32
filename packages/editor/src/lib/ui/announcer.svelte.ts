let words = $state('')

/** What the app's one polite live region says. */
export function announcement(): string {
  return words
}

/** Says a sentence to screen readers; the same sentence twice is heard twice. */
export function announce(sentence: string): void {
  words = words === sentence ? `${sentence}\u00a0` : sentence
}
