import { readFileSync } from 'node:fs'
import { FlowDraft } from '@shopbell/protocol'
import { Parse } from 'typebox/value'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../tools/eventually.ts'
import { findingsInBothThemes } from './axe-findings.ts'
import { becomeOwner, openConsoleStage, type ConsoleStage } from './console-stage.ts'
import { holdToast } from './hold-toast.ts'

// The table of all texts and the translators' files, with the server that shops run. One story: each test goes on from the last.

let stage: ConsoleStage

beforeAll(async () => {
  stage = await openConsoleStage()
  await becomeOwner(stage)
  await stage.open('flow/languages')
  await cell('en', 'welcome').waitFor()
})
afterAll(() => stage.close())

const cell = (locale: string, key: string) => stage.page.locator(`[data-at="/texts/${locale}/${key}"]`)
const dialog = () => stage.page.getByRole('dialog')
/** Until it has gone, the next one would be a second one. */
async function closeDialog(): Promise<void> {
  await stage.page.keyboard.press('Escape')
  await dialog().waitFor({ state: 'detached' })
}
const isFocusedAt = (at: string) =>
  eventually(async () =>
    expect(await stage.page.evaluate(() => document.activeElement?.getAttribute('data-at'))).toBe(at),
  )
const head = (locale: string) => stage.page.locator(`[data-language="${locale}"]`)
const button = (name: string) => stage.page.getByRole('button', { name, exact: true })

/** The bar's own undo, not a message's. */
const undo = () => stage.page.locator('.languages header').getByRole('button', { name: 'Undo' }).click()

/** The draft's texts as the server has them. */
async function texts(): Promise<Record<string, Record<string, string>>> {
  const answer = await stage.page.request.get(`${stage.shop.url}/api/v1/flow/draft`)
  const { document } = Parse(FlowDraft, await answer.json())
  return JSON.parse(JSON.stringify(document['texts']))
}

async function chooseCsv(name: string, text: string | Buffer): Promise<void> {
  const buffer = typeof text === 'string' ? Buffer.from(text) : text
  await stage.page
    .getByLabel('Choose a translator’s file (CSV)')
    .setInputFiles({ name, mimeType: 'text/csv', buffer })
}

async function exportCsv(): Promise<string> {
  const [download] = await Promise.all([
    stage.page.waitForEvent('download'),
    stage.page.getByRole('button', { name: 'Export CSV' }).click(),
  ])
  return readFileSync(await download.path(), 'utf8')
}

const findings = () => findingsInBothThemes(stage.page)

test('a text is written where it stands, saved, and taken back', async () => {
  const before = await cell('zh-CN', 'faq.moq.answer').inputValue()
  await cell('zh-CN', 'faq.moq.answer').fill('每色 300 只起订。')
  await cell('en', 'faq.moq.answer').focus()
  await eventually(async () => expect((await texts())['zh-CN']?.['faq.moq.answer']).toBe('每色 300 只起订。'))
  await undo()
  await eventually(async () => expect((await texts())['zh-CN']?.['faq.moq.answer']).toBe(before))
})

test('a language that is added lacks every text; the filter shows them, and what is written stays in view', async () => {
  const { page } = stage
  await page.getByRole('button', { name: 'Add a language…' }).click()
  await dialog().getByLabel('Language').selectOption('de')
  await dialog().getByRole('button', { name: 'Add', exact: true }).click()
  await head('de').getByText('0 of 35 written').waitFor()
  await page.getByText('Missing only').click()
  await button('Next missing').click()
  await isFocusedAt('/texts/de/faq.moq.answer')
  await page.keyboard.type('Ab 500 Stück.') // the next one after where the keyboard was
  await button('Next missing').click()
  await head('de').getByText('1 of 35 written').waitFor()
  expect(await cell('de', 'faq.moq.answer').inputValue()).toBe('Ab 500 Stück.')
  await isFocusedAt('/texts/de/faq.lead-time.question')
  expect(await findings()).toEqual([])
  await page.getByText('All texts', { exact: true }).click()
  await eventually(async () => expect((await texts())['de']).toEqual({ 'faq.moq.answer': 'Ab 500 Stück.' }))
})

test('a text over its limit is kept, counted and marked', async () => {
  await cell('de', 'faq.moq.question').fill('Mindestmenge?')
  await stage.page.locator('[data-key="faq.moq.question"]').getByText('3 too many').waitFor()
  await eventually(async () => expect((await texts())['de']?.['faq.moq.question']).toBe('Mindestmenge?'))
  await undo()
})

let exported = ''

test('the file for translators opens in any spreadsheet, and no cell of it runs', async () => {
  await cell('en', 'faq.tests.answer').fill('=HYPERLINK("https://evil.example","tests")')
  await cell('en', 'faq.logo.answer').fill('- laser\n- silk print; "full" wrap')
  exported = await exportCsv()
  await eventually(async () => expect((await texts())['en']?.['faq.logo.answer']).toContain('- laser'))
  expect(exported.startsWith('\uFEFFkey,place,most characters,en,')).toBe(true)
  expect(exported).toContain(`"'=HYPERLINK(""https://evil.example"",""tests"")"`)
  expect(exported).toContain(`"'- laser\n- silk print; ""full"" wrap"`)
  expect(exported).toContain('每色 500 只起订，首单可混两色。')
})

test('the same file again would change nothing', async () => {
  await chooseCsv('same.csv', exported)
  await dialog().getByText('The file says what the draft says.').first().waitFor()
  await closeDialog()
})

test('a translator’s file is reported before anything changes, taken in at once, and undone at once', async () => {
  const { page } = stage
  const before = await texts()
  const file = [
    'de;zh-CN;key;Notizen',
    'Mindestmenge: 500 Stück – je Farbe.;每色 100 只起订。;faq.moq.answer;x',
    `'=1+1 Muster;;faq.samples.answer;`,
    'weg;;faq.gone.answer;',
    'eins;;faq.payment.answer;',
    'zwei;;faq.payment.answer;',
    'Eine viel zu lange Frage?;;faq.logo.question;',
  ].join('\r\n')
  await chooseCsv('german.csv', file)
  await dialog().getByText('German: 2 new, 1 changed, 0 the same').waitFor()
  await dialog().getByText('Simplified Chinese: 0 new, 1 changed, 0 the same').waitFor()
  await dialog().getByText('row 4 (faq.gone.answer)').waitFor()
  await dialog().getByText('rows 5, 6 (faq.payment.answer)').waitFor()
  await dialog().getByText('1 text is too long.').waitFor()
  await dialog().getByText('Notizen').waitFor()
  expect(await findings()).toEqual([])
  expect(await texts()).toEqual(before)
  await dialog().getByRole('button', { name: 'Change 4 texts' }).click()
  await page.getByText('4 texts taken in.').waitFor()
  await eventually(async () =>
    expect(await texts()).toEqual({
      ...before,
      'zh-CN': { ...before['zh-CN'], 'faq.moq.answer': '每色 100 只起订。' },
      de: {
        ...before['de'],
        'faq.moq.answer': 'Mindestmenge: 500 Stück – je Farbe.',
        'faq.samples.answer': '=1+1 Muster',
        'faq.logo.question': 'Eine viel zu lange Frage?',
      },
    }),
  )
  await undo()
  await eventually(async () => expect(await texts()).toEqual(before))
})

test.for([
  ['a workbook', Buffer.from([0x50, 0x4b, 3, 4, 0]), 'This is not a CSV file.'],
  ['letters of an older encoding', Buffer.from([0x6b, 0x65, 0x79, 0x2c, 0xe4, 10]), 'cannot be read safely'],
  ['a table without keys', 'en,de\nHello,Hallo', 'There is no column “key”.'],
  ['a table without a language', 'key,place\nfaq,x', 'No column names a language.'],
  ['a language twice', 'key,de,DE\nfaq,x,y', 'The column “de” stands there twice.'],
  ['a quotation that never ends', 'key,de\nfaq,"x', 'is not closed'],
] as const)('%s is refused with what to do', async ([, text, sentence]) => {
  const before = await texts()
  await chooseCsv('wrong.csv', text)
  await dialog().getByText(sentence).waitFor()
  expect(
    await dialog()
      .getByRole('button', { name: /^Change/ })
      .count(),
  ).toBe(0)
  await closeDialog()
  expect(await texts()).toEqual(before)
})

test('a file that is far too big is not even read', async () => {
  await chooseCsv('big.csv', Buffer.alloc(4_500_000, 'x'))
  await stage.page.getByText('The file is larger than 4 MB.').waitFor()
  expect(await dialog().count()).toBe(0)
})

test('another first language, and removing one: told what it costs, and taken back', async () => {
  const { page } = stage
  const before = await texts()
  await head('zh-CN')
    .getByRole('button', { name: /More for/ })
    .click()
  await page.getByRole('menuitem', { name: 'Make it the first language' }).click()
  await page.getByText('Simplified Chinese is the first language. 0 texts are missing in it.').waitFor()
  await head('en')
    .getByRole('button', { name: /More for/ })
    .click()
  await page.getByRole('menuitem', { name: 'Remove English with 35 texts' }).click()
  await holdToast(page, 'English removed, with 35 texts.')
  await eventually(async () => expect(Object.keys(await texts()).toSorted()).toEqual(['de', 'zh-CN']))
  await page.locator('.toast').getByRole('button', { name: 'Undo' }).click()
  await eventually(async () => expect(await texts()).toEqual(before))
  await undo()
  await head('en').getByText('First language').waitFor()
})

test('320 pixels wide: one language beside the first one, and nothing scrolls sideways', async () => {
  const { page } = stage
  await page.setViewportSize({ width: 320, height: 640 })
  await cell('zh-CN', 'faq.moq.answer').waitFor({ state: 'detached' })
  await page.getByLabel('Beside it').selectOption('zh-CN')
  await cell('zh-CN', 'faq.moq.answer').waitFor()
  await page.getByLabel('Beside it').selectOption('de')
  await cell('de', 'faq.moq.answer').waitFor()
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await cell('de', 'faq.moq.answer').fill('600 Stück')
  await eventually(async () => expect((await texts())['de']?.['faq.moq.answer']).toBe('600 Stück'))
})

test('of 300 blocks only what is near is drawn, and the next missing text is found wherever it is', async () => {
  const { page, shop } = stage
  const ids = Array.from({ length: 300 }, (_, index) => `say-${index}`)
  const flow = {
    format: 1,
    id: 'large',
    name: 'Large',
    defaultLocale: 'en',
    variables: {},
    entries: { reception: ids[0] },
    blocks: Object.fromEntries(
      ids.map((id, index) => [id, { kind: 'message', ...(ids[index + 1] && { next: ids[index + 1] }) }]),
    ),
    texts: {
      en: Object.fromEntries(ids.map((id) => [id, `Words of ${id}`])),
      de: Object.fromEntries(ids.slice(0, -1).map((id) => [id, `Worte von ${id}`])),
    },
    layout: {},
  }
  await page.request.post(`${shop.url}/api/v1/flow/import?dryRun=false`, {
    data: JSON.stringify(flow),
    headers: { origin: shop.url, 'content-type': 'application/json' },
  })
  await page.setViewportSize({ width: 1440, height: 900 })
  await stage.open('flow/languages')
  await head('de').getByText('299 of 300 written').waitFor()
  await cell('en', 'say-0').waitFor()
  await expect.poll(() => page.locator('textarea').count()).toBeLessThan(200)
  await button('Next missing').click()
  await isFocusedAt('/texts/de/say-299')
  await page.getByLabel('Find in the texts').fill('worte von say-150')
  await cell('de', 'say-150').waitFor()
  await expect.poll(() => page.locator('textarea').count()).toBe(2)
})

test('the browser had nothing to complain about', () => {
  expect(stage.complaints).toEqual([])
})
