/// <reference types="node" />
import { readFileSync } from 'node:fs'
import { canonicalFlow, parseFlow, PROFILES } from '@shopbell/engine'
import { expect, test } from 'vitest'
import { importReport } from './import-report.ts'

const SOURCE = readFileSync(
  new URL('../../../../../../flows/export-factory/flow.json', import.meta.url),
  'utf8',
)
const report = (source: string) => importReport(source, PROFILES.marketplace, null)

test('what a good file brings', () => {
  expect(report(SOURCE)).toMatchObject({
    ok: true,
    problems: [],
    isSame: false,
    counts: {
      blocks: 12,
      questions: 7,
      questionsOn: 5,
      smartQuestions: 3,
      texts: 70,
      locales: ['en', 'zh-CN'],
    },
  })
})

test('a file that says what the draft says is known, however it is written', () => {
  const flow = parseFlow(SOURCE)
  expect(
    flow.ok && importReport(canonicalFlow(flow.document), PROFILES.marketplace, flow.document),
  ).toMatchObject({
    isSame: true,
  })
})

const flow = (more: object): string => JSON.stringify({ ...JSON.parse(SOURCE), ...more })

test.for([
  ['no JSON', '{"format": 1,', 'NOT_JSON'],
  ['another text', 'key,en\nfaq,x', 'NOT_JSON'],
  ['a newer format', '{"format": 2}', 'FORMAT_NEWER'],
  ['other JSON', '[1,2]', 'FORMAT_UNKNOWN'],
  ['an unknown key', flow({ extra: 1 }), 'SHAPE'],
  ['a prototype key', SOURCE.replace('"variables"', '"__proto__": {"x": 1}, "variables"'), 'SHAPE'],
  ['a key that stands twice', SOURCE.replace('"format": 1', '"format": 1, "format": 1'), 'NOT_JSON'],
  ['wrong types', flow({ blocks: [] }), 'SHAPE'],
  ['a language that is none', flow({ texts: { '<script>': {} } }), 'SHAPE'],
  ['deep nesting', '['.repeat(100_000), 'NOT_JSON'],
  ['deep nesting that closes', `{"format":1,"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 'SHAPE'],
  ['too many bytes', ' '.repeat(300_000), 'FILE_TOO_LARGE'],
  ['a NUL in a text', flow({ name: 'a\u0000b' }), 'TEXT_MALFORMED'],
] as const)('%s is refused with a sentence', ([, source, code]) => {
  const found = report(source)
  expect(found.ok).toBe(false)
  expect(found.problems.map((problem) => problem.code)).toContain(code)
  expect(found.problems.every(({ message }) => /\w.*[.]$/.test(message))).toBe(true)
})

test('script in texts is words', () => {
  const words = '<img src=x onerror=alert(1)>'
  expect(report(SOURCE.replace('Bottles brands order most:', words))).toMatchObject({
    ok: true,
    problems: [],
  })
})
