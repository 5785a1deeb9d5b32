import type { Rule } from './rule.ts'

export const HEAR_CLOSING_PHRASE: Rule = {
  ids: ['STS-07', 'STS-09'],
  says: 'A message that is nothing but thanks, a goodbye or emoji, after the shop has answered, needs no answer: the robot is silent and no wait begins.',
  reads: [],
}

/** What the robot takes for a closing phrase where a store says nothing else (STS-07). */
export const CLOSING_PHRASES: readonly string[] = [
  ...['好', '好的', '好吧', '好滴', '嗯', '嗯嗯', '行', '可以', '知道了', '明白', '明白了', '收到', '了解'],
  ...['谢谢', '谢谢你', '谢谢您', '谢了', '多谢', '感谢', '辛苦了', '麻烦了', '再见', '拜拜', '晚安'],
  ...[
    'ok',
    'okay',
    'fine',
    'great',
    'perfect',
    'got it',
    'i see',
    'understood',
    'sure',
    'all right',
    'alright',
  ],
  ...['thanks', 'thank you', 'thanks a lot', 'thank you very much', 'many thanks', 'thx', 'ty', 'cheers'],
  ...['bye', 'goodbye', 'see you', 'good night', 'have a nice day'],
]

/** So many phrases may follow each other: “好的谢谢”, “ok, thanks, bye”. */
const MAX_IN_SEQUENCE = 3
/** A closing phrase is short; a longer text is not looked at. */
const MAX_UNITS = 120

const QUESTION_MARK = /[?？¿؟]/u
const EMOJI = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\u20e3|\ufe0f/gu
const NOT_WORDS = /[\p{P}\p{S}\p{Z}\p{C}]/gu

/**
 * Says whether a buyer's words close what was said: they equal a phrase, or up to three in sequence, once case, width, spaces,
 * punctuation and emoji are left out; or they are emoji alone (STS-07). Only where the shop has `answered` since the buyer's last
 * message: who still waits for an answer did not close anything. A question mark asks for an answer, whatever the words.
 */
export function hearClosingPhrase(
  text: string,
  answered: boolean,
  phrases: readonly string[] = CLOSING_PHRASES,
): boolean {
  if (!answered || text.length > MAX_UNITS || QUESTION_MARK.test(text)) return false
  const said = text.normalize('NFKC').toLowerCase().replaceAll(EMOJI, '')
  const words = said.replaceAll(NOT_WORDS, '')
  if (words === '') return said !== text.normalize('NFKC').toLowerCase()
  return isSequence(words, barePhrases(phrases), MAX_IN_SEQUENCE)
}

function isSequence(words: string, phrases: readonly string[], atMost: number): boolean {
  if (words === '') return true
  if (atMost === 0) return false
  return phrases.some(
    (phrase) => words.startsWith(phrase) && isSequence(words.slice(phrase.length), phrases, atMost - 1),
  )
}

const BARE = new WeakMap<readonly string[], readonly string[]>()

/** Made once per list: a list of phrases is asked again and again. */
function barePhrases(phrases: readonly string[]): readonly string[] {
  const known = BARE.get(phrases)
  if (known) return known
  const made = phrases.map(barePhrase).filter((phrase) => phrase !== '')
  BARE.set(phrases, made)
  return made
}

/** A phrase without its dress; empty where it is emoji or punctuation alone, which is no phrase: it would fit everything. */
export function barePhrase(phrase: string): string {
  return phrase.normalize('NFKC').toLowerCase().replaceAll(EMOJI, '').replaceAll(NOT_WORDS, '')
}
