import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseScript } from '../../conversations/script/parse-script.ts'
import { readHeaderLine } from '../../conversations/script/read-header.ts'
import { readSentence, SENTENCE_COUNT, sentenceNumber } from '../../conversations/script/sentences.ts'

const DOC = readFileSync(new URL('../../../docs/conversation-scripts.md', import.meta.url), 'utf8')

/** The rows of all tables whose first two cells are code: a sentence in both languages. */
const ROWS = [...DOC.matchAll(/^\| `([^`]+)`\s+\| `([^`]+)`/gm)].map(
  ([, en = '', zh = '']) => [en, zh] as const,
)

test('the example is a script', () => {
  const [, example = ''] = /```text\n([\s\S]*?)```/.exec(DOC) ?? []
  expect(parseScript('example', example).scenes).toHaveLength(4)
})

describe('every sentence of the tables is one, and means the same in both languages', () => {
  test.for(ROWS)('%s = %s', ([english, chinese]) => {
    const header = readHeaderLine(english)
    if (header) {
      expect(readHeaderLine(chinese)).toEqual(header)
      return
    }
    expect(readSentence(english)?.language).toBe('en')
    expect(readSentence(chinese)?.language).toBe('zh')
    expect(readSentence(chinese)?.sentence).toEqual(readSentence(english)?.sentence)
  })
})

test('every sentence of the grammar has a row', () => {
  const documented = new Set(ROWS.map(([english]) => sentenceNumber(english)).filter((number) => number >= 0))
  expect(documented.size).toBe(SENTENCE_COUNT)
})
