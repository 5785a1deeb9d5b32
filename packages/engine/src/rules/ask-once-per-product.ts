import type { Rule } from './rule.ts'

export const ASK_ONCE_PER_PRODUCT: Rule = {
  ids: ['SQ-01', 'SQ-04', 'SQ-10'],
  says: 'A product card begins the smart questions for that product, whatever the last contact was: once per product in a session. A card of another product begins them again; answers are kept.',
  reads: [],
}

/** Products of one session for which questions are begun: a bound for what a session holds, far above what a buyer looks at. */
const MAX_ASKED = 30

/** Says whether a product card begins the smart questions (SQ-10): not if they were already begun for it in this session. */
export function askOncePerProduct(ref: string, asked: readonly string[]): boolean {
  return asked.length < MAX_ASKED && !asked.includes(ref)
}
