/** Two texts a buyer could not tell apart compare equal (FAQ-06, FAQ-15): NFKC, lower case, single spaces, no closing punctuation. */
export function normaliseQuestion(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\p{P}\s]+$/u, '')
}
