import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { becomeOwner, openConsoleStage, type ConsoleStage } from './console-stage.ts'
import { enterDemoShop } from './demo-buyer.ts'
import { holdToast } from './hold-toast.ts'

const SAMPLE = readFileSync(new URL('../../flows/export-factory/flow.json', import.meta.url), 'utf8')

let stage: ConsoleStage

beforeAll(async () => {
  stage = await openConsoleStage()
  await becomeOwner(stage)
  await stage.open('flow')
})
afterAll(() => stage.close())

/** Chooses a file in the import button, as a person does. */
async function importFile(name: string, text: string): Promise<void> {
  const buffer = Buffer.from(text)
  await stage.page
    .getByLabel('Choose a flow file (JSON)')
    .setInputFiles({ name, mimeType: 'application/json', buffer })
}

/** The sample with three errors of different kinds, and a warning that follows from them. */
function brokenFlow(): string {
  const flow = JSON.parse(SAMPLE)
  flow.blocks['ask-size'].choices[0].next = 'no-such-block'
  delete flow.blocks['custom-size'].next
  flow.texts.en['faq.moq.question'] = 'Eleven char'
  return JSON.stringify(flow)
}

const dialog = () => stage.page.getByRole('dialog')
/** Until it has gone, the next one would be a second one. */
const dialogClosed = () => dialog().waitFor({ state: 'detached' })
const outline = () => stage.page.getByRole('treegrid', { name: 'Outline' })
/** The draft as the server has it, as text. */
const draft = async (): Promise<string> =>
  (await stage.page.request.get(`${stage.shop.url}/api/v1/flow/draft`)).text()

test('the published version stands as an outline: block, kind, words, where it goes', async () => {
  await outline().waitFor()
  const welcome = outline().getByRole('row').filter({ hasText: 'A reception starts here' })
  expect(await welcome.textContent()).toMatch(/Welcome.*Greeting.*Recommend products/s)
  await outline().getByText('Lead time?').waitFor()
  await stage.page.getByText('v1 live').first().waitFor()
})

test('the outline is walked with the arrow keys', async () => {
  const { page } = stage
  await outline().getByRole('row').nth(1).focus()
  await page.keyboard.press('End')
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowLeft')
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-row'))
  const expanded = () => page.evaluate(() => document.activeElement?.getAttribute('aria-expanded'))
  await expect.poll(async () => [await focused(), await expanded()]).toEqual(['welcome', 'false'])
  await page.keyboard.press('ArrowDown')
  await expect.poll(focused).toBe('picks')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowRight')
  await expect.poll(async () => [await focused(), await expanded()]).toEqual(['welcome', 'true'])
  await page.keyboard.press('Enter')
  await expect.poll(focused).toBe('picks')
})

test.for([
  ['no JSON at all', 'This is not a flow.', 'NOT_JSON'],
  ['a newer format', '{"format": 99}', 'FORMAT_NEWER'],
  ['something else that is JSON', '{"format": 1, "hello": true}', 'SHAPE'],
] as const)('a file that is %s shows why, and nothing can be saved', async ([, text, code]) => {
  const before = await draft()
  await importFile('flow.json', text)
  await dialog().getByText('It cannot become a draft. Nothing was changed.').first().waitFor()
  await dialog().locator(`[data-code=${code}]`).first().waitFor()
  expect(await dialog().getByRole('button', { name: 'Save as draft' }).getAttribute('aria-disabled')).toBe(
    'true',
  )
  await stage.page.keyboard.press('Escape')
  await dialogClosed()
  expect(await draft()).toBe(before)
})

test('a file that is far too big is not even sent', async () => {
  await importFile('big.json', ' '.repeat(300_000))
  await stage.page.getByText('The file is larger than 256 KiB.').waitFor()
  expect(await dialog().count()).toBe(0)
})

test('a broken flow shows all problems before anything is saved', async () => {
  const before = await draft()
  await importFile('broken.json', brokenFlow())
  await dialog().getByText('3 errors').waitFor()
  const codes = () =>
    dialog()
      .locator('[data-code]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-code')).sort())
  await expect.poll(codes).toEqual(['BLOCK_UNREACHABLE', 'LINK_BROKEN', 'LINK_MISSING', 'QUESTION_TOO_LONG'])
  await dialog().getByRole('button', { name: 'Cancel' }).click()
  await dialogClosed()
  expect(await draft()).toBe(before)
})

test('it may be kept as a draft; publishing is refused, and the errors are listed', async () => {
  const { page } = stage
  await importFile('broken.json', brokenFlow())
  await dialog().getByRole('button', { name: 'Save as draft' }).click()
  await page.getByText('Draft, 3 changes').waitFor()
  await page.getByRole('button', { name: 'Publish…' }).click()
  await dialog().getByRole('button', { name: '3 errors to fix' }).click()
  const focused = () => page.evaluate(() => document.activeElement?.closest('li')?.getAttribute('data-code'))
  await expect.poll(focused).toBe('QUESTION_TOO_LONG')
  await page.keyboard.press('Escape')
  await dialogClosed()
  await page.getByText('v1 live').first().waitFor()
})

test('a problem leads to its block', async () => {
  const { page } = stage
  await page.getByRole('button', { name: 'Common questions' }).first().click()
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-row'))
  await expect.poll(focused).toBe('faq')
})

test('replacing a draft can be taken back', async () => {
  const { page } = stage
  await importFile('sample.json', SAMPLE.replace('Export factory reception', 'Another name'))
  await dialog().getByRole('button', { name: 'Save as draft' }).click()
  await holdToast(page, 'Draft saved.')
  await page.getByRole('heading', { name: 'Another name' }).waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('heading', { name: 'Export factory reception' }).waitFor()
  await page.getByText('Draft, 3 changes').waitFor()
})

test('a good draft is published, and the next buyer hears it', async () => {
  const { page, shop } = stage
  await importFile('good.json', SAMPLE.replace('Which size do you need?', 'Which bottle size?'))
  await dialog().getByText('No problems. It can become the draft.').waitFor()
  await dialog().getByRole('button', { name: 'Save as draft' }).click()
  await page.getByText('Draft, 1 change').waitFor()
  await page.getByRole('button', { name: 'Publish…' }).click()
  await dialog().getByLabel('Note for the team').fill('Shorter question')
  await dialog().getByRole('button', { name: 'Publish v2' }).click()
  await page.getByText('v2 is live. Undo for 10 s').waitFor()
  await page.getByText('Shorter question').waitFor()
  await expect.poll(() => page.getByText(/^Draft, \d/).count()).toBe(0)
  const buyer = await enterDemoShop(shop.url)
  expect(JSON.stringify(buyer.frames)).toContain('Which bottle size?')
  buyer.drop()
})

test('an export is the version byte for byte, and imports without a change', async () => {
  const { page } = stage
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export v2' }).click(),
  ])
  const exported = readFileSync(await download.path(), 'utf8')
  expect(JSON.parse(exported)).toEqual(
    JSON.parse(SAMPLE.replace('Which size do you need?', 'Which bottle size?')),
  )
  await importFile('again.json', exported)
  await dialog().getByRole('button', { name: 'Save as draft' }).click()
  await page.getByText('Draft saved.').waitFor()
  await expect.poll(() => page.getByText(/^Draft, \d/).count()).toBe(0)
})

test('the browser had nothing to complain about', () => {
  expect(stage.complaints).toEqual([])
})
