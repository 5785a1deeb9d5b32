import { applyOperations, PROFILES, type FlowDocument } from '@shopbell/engine'
import { describe, expect, test } from 'vitest'
import { writeTexts } from '../../commands/texts.ts'
import { sampleFlow } from '../../document/testing/sample-flow.ts'
import { compareTexts, staysInBounds, type TextsReport } from './compare-texts.ts'
import { readTextsCsv, type TextsFile } from './read-texts-csv.ts'
import { writeTextsCsv } from './write-texts-csv.ts'

const profile = PROFILES.marketplace

const flow = sampleFlow()
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const written = (document = flow): string => writeTextsCsv(document, profile, ({ key }) => key)

function read(text: string | Uint8Array): TextsFile {
  const file = readTextsCsv(typeof text === 'string' ? bytes(text) : text, Object.keys(flow.texts))
  if (!file.ok) throw new Error(file.fault)
  return file.file
}
const fault = (text: string | Uint8Array) => {
  const file = readTextsCsv(typeof text === 'string' ? bytes(text) : text, ['en', 'zh-CN'])
  return file.ok ? null : [file.fault, file.at]
}
const report = (text: string, document = flow): TextsReport => compareTexts(document, profile, read(text))
const changes = ({ columns }: TextsReport) => columns.flatMap(({ added, changed }) => [...added, ...changed])

test('what is written is read again without a change, signs and line ends included', () => {
  const odd = '=1+1;"two",\n- ’tis 5 %\n茶'
  const document: FlowDocument = {
    ...flow,
    texts: { ...flow.texts, en: { ...flow.texts['en'], welcome: odd, faq: '-', picks: "'=x" } },
  }
  const text = written(document)
  expect(text.startsWith('\uFEFFkey,')).toBe(true)
  const found = report(text, document)
  expect(changes(found)).toEqual([])
  expect(found.columns.map(({ locale, same }) => [locale, same > 30])).toEqual([
    ['en', true],
    ['zh-CN', true],
  ])
})

test('a language that is new is found and added in one step with all its texts', () => {
  const german =
    'key;de\r\nfaq.moq.question;Menge?\r\nfaq.moq.answer;"500 Stück je Farbe;\r\nzwei Farben möglich."\r\n'
  const found = report(german)
  expect(found.columns).toMatchObject([{ locale: 'de', isNew: true, isDefault: false, same: 0 }])
  const command = writeTexts(changes(found))(flow)
  const after = applyOperations(flow, command?.operations ?? []).document
  expect(after.texts['de']).toEqual({
    'faq.moq.question': 'Menge?',
    'faq.moq.answer': '500 Stück je Farbe;\nzwei Farben möglich.',
  })
  expect(after.texts['en']).toEqual(flow.texts['en'])
})

describe('however a spreadsheet saves it', () => {
  const cells = [
    ['zh-cn', 'place', 'key'],
    ['起订？', 'x', 'faq.moq.question'],
  ]
  const utf16 = (text: string): Uint8Array =>
    new Uint8Array([
      0xff,
      0xfe,
      ...[...text].flatMap((sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8]),
    ])

  test.for([',', ';', '\t'])('with the separator %j and the columns in another order', (separator) => {
    const [change] = changes(report(cells.map((row) => row.join(separator)).join('\r\n')))
    expect(change).toMatchObject({ row: 2, locale: 'zh-CN', before: '起订量？', text: '起订？' })
  })

  test('as UTF-16', () => {
    const file = read(utf16(cells.map((row) => row.join('\t')).join('\r\n')))
    expect(file.rows).toEqual([{ row: 2, key: 'faq.moq.question', texts: { 'zh-CN': '起订？' } }])
  })
})

test('nothing is taken that cannot be meant: unknown keys, keys that stand twice, empty cells', () => {
  const found = report(
    [
      'key,zh-CN,notes for us',
      'faq.gone.question,旧',
      'faq.moq.question,一',
      'faq.moq.question,二',
      'faq.logo.question,',
      'faq.tests.question,好\uFFFD',
      'faq.samples.question,有样？',
    ].join('\n'),
  )
  expect(found.unknown).toEqual([{ row: 2, key: 'faq.gone.question' }])
  expect(found.repeated).toEqual([{ key: 'faq.moq.question', rows: [3, 4] }])
  expect(changes(found).map(({ key }) => key)).toEqual(['faq.tests.question', 'faq.samples.question'])
  expect(read('key,zh-CN,notes for us\n').ignored).toEqual(['notes for us'])
})

test('a text over its limit is kept whole and told; one that no flow can keep is left out and told', () => {
  const long = 'x'.repeat(5_000)
  const found = report(`key,en\nfaq.moq.answer,${long}\nfaq.logo.answer,${'y'.repeat(20_001)}\n`)
  expect(changes(found)).toMatchObject([{ key: 'faq.moq.answer', text: long, over: 4_800 }])
  expect(found.unfit).toEqual([{ row: 3, key: 'faq.logo.answer', locale: 'en' }])
})

test('a file that would make the flow too large is told before it does', () => {
  const keys = Object.keys(flow.texts['en'] ?? {})
  const huge = `key,de\n${keys.map((key) => `${key},${'ä'.repeat(9_000)}`).join('\n')}`
  expect(staysInBounds(flow, changes(report(huge)))).toBe(false)
  expect(staysInBounds(flow, changes(report('key,de\nfaq.moq.question,Menge?')))).toBe(true)
})

test.for([
  ['a workbook', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0, 0]), ['notText', '']],
  ['bytes of an older encoding', new Uint8Array([0x6b, 0x65, 0x79, 0x2c, 0xe4, 0x0a]), ['notUtf8', '']],
  ['a flow file', '{"format": 1}', ['noKey', '']],
  ['nothing', '', ['noKey', '']],
  ['no language', 'key,place\nfaq,x', ['noLanguage', '']],
  ['a column twice', 'key,en,EN\nfaq,x,y', ['columnTwice', 'en']],
  ['a quote that never ends', 'key,en\nfaq,"x', ['brokenQuotes', '2']],
  ['more than any flow has', new Uint8Array(5_000_000), ['tooBig', '']],
] as const)('%s is refused with its reason', ([, text, reason]) => {
  expect(fault(text)).toEqual(reason)
})
