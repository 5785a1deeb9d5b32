import { contentWords } from '../content-words.ts'
import { visitorName } from '../visitor-name.ts'
import type { SearchEntry, SearchSource } from '../../store/search-index.ts'
import { foldText } from './fold-text.ts'
import { gramsOfText, hashGram } from './grams.ts'

/** Longest words of one conversation; what was said last stays. */
const MAX_UNITS = 30_000

/**
 * What a conversation is found by: its buyer's name, what buyer and agents wrote and what was answered. The robot's messages are left
 * out: they are the same for everybody, so whoever looked for a word of the greeting would find every conversation.
 */
export function searchableWords({
  storeId,
  conversationId,
  head,
  publicId,
  buyerName,
  said,
  answers,
}: SearchSource): SearchEntry {
  const lines = [...said.map(contentWords), ...answers].map((line) => foldText(line).folded)
  const name = foldText(buyerName ?? visitorName(publicId)).folded
  const words = ` ${name} ${lines.join(' ').slice(-MAX_UNITS)}`.toWellFormed()
  const grams = [...gramsOfText(words)].map((gram) => hashGram(storeId, gram))
  return { storeId, conversationId, head, words, grams }
}
