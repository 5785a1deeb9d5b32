/** How a length is counted (FAQ-05): user-perceived characters, or wide characters as one and others as a half. */
export type CountMode = 'grapheme' | 'cjk'

const GRAPHEMES = new Intl.Segmenter('und', { granularity: 'grapheme' })
/** East Asian wide characters and emoji take a whole 字 in Chinese consoles, everything else half of one. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u

/** The text a limit is counted on: NFC, trimmed, line ends as LF (FAQ-05). */
export function countedText(text: string): string {
  return text.replaceAll('\r\n', '\n').normalize('NFC').trim()
}

/**
 * Counts user-perceived characters (FAQ-05): `👨‍👩‍👧‍👦` is 1, `e`+U+0301 is 1; punctuation, spaces and line breaks inside count.
 * With `cjk` a wide character counts 1 and any other ½, so the result may end in .5. The editor's counter and the server's
 * validator are this one function.
 */
export function characterCount(text: string, mode: CountMode = 'grapheme'): number {
  let count = 0
  for (const { segment } of GRAPHEMES.segment(countedText(text))) {
    count += mode === 'grapheme' || WIDE.test(segment) ? 1 : 0.5
  }
  return count
}
