import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runShopbell } from '../../tools/run-shopbell.ts'

const SAMPLE = fileURLToPath(new URL('../../../flows/export-factory/flow.json', import.meta.url))
const FAMILY = '👨‍👩‍👧‍👦'
const TESTS = '{ "id": "tests", "enabled": false }'
const WARRANTY = 'Two years on the vacuum. Send a photo, we replace it.'
const SAMPLE_PACK = '"sample-pack": { "kind": "message", "next": "to-sales" }'

let folder = ''
let sample = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shopbell-cli-'))
  sample = await readFile(SAMPLE, 'utf8')
})

afterAll(() => rm(folder, { recursive: true }))

async function fileOf(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

/** The sample with one place replaced; the place has to be there. */
function changed(what: string, by: string): string {
  expect(sample).toContain(what)
  return sample.replace(what, by)
}

const lineOf = (source: string, text: string): number =>
  source.slice(0, source.indexOf(text)).split('\n').length

test('a flow without problems ends with 0 and says so', async () => {
  expect(await runShopbell(['validate', SAMPLE])).toEqual({
    exitCode: 0,
    out: `${SAMPLE}: no problems\n`,
    err: '',
  })
})

describe('a bad file gets its code and its place', () => {
  /** Name, how it is made, code, pointer, and the words on the line that is meant. */
  const BAD = [
    ['cut off', () => sample.slice(0, 100), 'NOT_JSON', '', '"id"'],
    ['a comma too many', () => changed('"format": 1,', '"format": 1,,'), 'NOT_JSON', '', '"format": 1,,'],
    [
      'a key twice',
      () => changed('"format": 1,', '"format": 1,\n"format": 1,'),
      'NOT_JSON',
      '',
      '"format": 1,\n  "id"',
    ],
    ['no flow', () => '{"hello": "world"}', 'FORMAT_UNKNOWN', '/format', '{'],
    ['a newer format', () => changed('"format": 1', '"format": 2'), 'FORMAT_NEWER', '/format', '"format": 2'],
    [
      'an unknown key',
      () => changed('"format": 1', '"format": 1, "colour": "red"'),
      'SHAPE',
      '/colour',
      '"colour"',
    ],
    [
      '__proto__',
      () => changed('"format": 1', '"format": 1, "__proto__": {"a": 1}'),
      'SHAPE',
      '/__proto__',
      '"__proto__"',
    ],
    [
      'a NUL in a text',
      () => changed('Payment?', 'Pay\\u0000?'),
      'TEXT_MALFORMED',
      '/texts/en/faq.payment.question',
      'Pay\\u',
    ],
    [
      'half a surrogate pair',
      () => changed('Payment?', 'Pay\\ud83d?'),
      'TEXT_MALFORMED',
      '/texts/en/faq.payment.question',
      'Pay\\u',
    ],
    [
      'a broken link',
      () => changed('"next": "picks"', '"next": "nowhere"'),
      'LINK_BROKEN',
      '/blocks/welcome/next',
      '"next": "nowhere"',
    ],
    [
      'a question too many',
      () => changed(TESTS, `${TESTS}, { "id": "eighth", "enabled": false }`),
      'QUESTIONS_TOO_MANY',
      '/blocks/faq/questions',
      '"questions"',
    ],
    [
      'six questions on',
      () => changed(TESTS, TESTS.replace('false', 'true')),
      'QUESTIONS_TOO_MANY_ON',
      '/blocks/faq/questions',
      '"questions"',
    ],
    [
      'eleven characters in a question',
      () => changed('Lead time?', 'Lead times?'),
      'QUESTION_TOO_LONG',
      '/texts/en/faq.lead-time.question',
      'Lead times?',
    ],
    [
      'eleven families in a question',
      () => changed('Lead time?', FAMILY.repeat(11)),
      'QUESTION_TOO_LONG',
      '/texts/en/faq.lead-time.question',
      FAMILY,
    ],
    [
      '201 characters in an answer',
      () => changed(WARRANTY, 'x'.repeat(201)),
      'ANSWER_TOO_LONG',
      '/texts/en/faq.warranty.answer',
      'xxx',
    ],
    [
      'an endless circle',
      () => changed(SAMPLE_PACK, SAMPLE_PACK.replace('to-sales', 'large-order')),
      'CYCLE_ENDLESS',
      '/blocks/large-order',
      '"large-order": {',
    ],
  ] as const
  let found: readonly {
    file: string
    problems: readonly { code: string; at: string; line: number; severity: string }[]
  }[]

  beforeAll(async () => {
    const paths = await Promise.all(BAD.map(([name, make]) => fileOf(`${name}.json`, make())))
    const { exitCode, out } = await runShopbell(['validate', '--json', ...paths])
    expect(exitCode).toBe(1)
    found = JSON.parse(out)
  })

  test.for(BAD)('%s', ([name, make, code, at, words]) => {
    const problems = found.find(({ file }) => file.endsWith(`/${name}.json`))?.problems
    expect(problems).toContainEqual(
      expect.objectContaining({ code, at, severity: 'error', line: lineOf(make(), words) }),
    )
  })

  test('ten families in a question are ten characters, and no problem', async () => {
    const path = await fileOf('families.json', changed('Lead time?', FAMILY.repeat(10)))
    expect(await runShopbell(['validate', path])).toMatchObject({ exitCode: 0 })
  })

  test('ten megabytes are refused by their size', async () => {
    const path = await fileOf('large.json', Buffer.alloc(10_000_000, ' '))
    const { exitCode, out } = await runShopbell(['validate', path])
    expect(out).toContain(`${path}:1:1: error FILE_TOO_LARGE: `)
    expect(exitCode).toBe(1)
  })

  test('a file without an end is not read further than a flow can be', async () => {
    const { exitCode, out } = await runShopbell(['validate', '/dev/zero'])
    expect(out).toContain('error FILE_TOO_LARGE')
    expect(exitCode).toBe(1)
  })

  test('bytes that are not UTF-8 are no flow', async () => {
    const path = await fileOf('latin.json', Buffer.from([0x7b, 0xe9, 0x7d]))
    const { exitCode, out } = await runShopbell(['validate', path])
    expect(out).toContain('error NOT_JSON: The file is not UTF-8 text')
    expect(exitCode).toBe(1)
  })
})

test('all problems of all files come at once, one line each that an editor can follow', async () => {
  const source = changed('Lead time?', 'Lead times?').replace('"next": "picks"', '"next": "nowhere"')
  const path = await fileOf('two.json', source)
  const { exitCode, out } = await runShopbell(['validate', SAMPLE, path])
  expect(out).toContain(`${SAMPLE}: no problems`)
  const at = (words: string): string => `${path}:${String(lineOf(source, words))}:`
  expect(out).toContain(`${at('Lead times?')}7: error QUESTION_TOO_LONG /texts/en/faq.lead-time.question: `)
  expect(out).toContain(`${at('nowhere')}7: error LINK_BROKEN /blocks/welcome/next: `)
  expect(exitCode).toBe(1)
})

test('--json gives the same as data', async () => {
  const path = await fileOf('json.json', changed('Lead time?', 'Lead times?'))
  const { exitCode, out } = await runShopbell(['validate', '--json', path])
  expect(JSON.parse(out)).toEqual([
    {
      file: path,
      problems: [
        {
          code: 'QUESTION_TOO_LONG',
          severity: 'error',
          at: '/texts/en/faq.lead-time.question',
          message: expect.any(String),
          line: lineOf(sample, '"faq.lead-time.question": "Lead'),
          column: 7,
        },
      ],
    },
  ])
  expect(exitCode).toBe(1)
})

test('--profile counts by another rule book', async () => {
  const words = 'x'.repeat(201)
  const welcome = /"welcome": "(?:[^"\\]|\\.)*"/
  const path = await fileOf('long.json', sample.replace(welcome, `"welcome": "${words}"`))
  expect(await runShopbell(['validate', path])).toMatchObject({ exitCode: 0 })
  const { exitCode, out } = await runShopbell(['validate', '--profile', 'pinduoduo', path])
  expect(out).toContain('WELCOME_TOO_LONG')
  expect(exitCode).toBe(1)
})

describe('what cannot be checked ends with 2', () => {
  test.for([
    ['a file that is not there', ['validate', '/nowhere/flow.json'], 'there is no such file'],
    ['a folder', ['validate', '/'], 'it is a folder'],
    [
      'a folder of products',
      ['catalogue', 'import', '/', '--to', 'http://x', '--token', 'x'],
      'that it is a file',
    ],
    ['no file', ['validate'], 'missing required argument'],
    ['an unknown rule book', ['validate', '--profile', 'amazon', 'x.json'], 'Allowed choices are'],
    ['an unknown option', ['validate', '--strict', 'x.json'], 'unknown option'],
    ['an unknown command', ['simulate'], 'unknown command'],
  ] as const)('%s', async ([, args, message]) => {
    const { exitCode, err } = await runShopbell(args)
    expect(err).toMatch(/^shopbell: USAGE: /)
    expect(err).toContain(message)
    expect(exitCode).toBe(2)
  })

  test('and the other files are checked all the same', async () => {
    const { exitCode, out } = await runShopbell(['validate', '/nowhere/flow.json', SAMPLE])
    expect(out).toContain(`${SAMPLE}: no problems`)
    expect(exitCode).toBe(2)
  })
})

test('help and version end with 0', async () => {
  expect(await runShopbell(['--help'])).toMatchObject({
    exitCode: 0,
    out: expect.stringContaining('validate'),
  })
  expect(await runShopbell(['--version'])).toMatchObject({
    exitCode: 0,
    out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
  })
})
