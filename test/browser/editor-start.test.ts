import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ApiTokenCreated, FlowDraft, FlowVersionDetail } from '@shopbell/protocol'
import type { Static, TSchema } from 'typebox'
import { Parse } from 'typebox/value'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eventually } from '../tools/eventually.ts'
import { runShopbell } from '../tools/run-shopbell.ts'
import { becomeOwner, openConsoleStage, type ConsoleStage } from './console-stage.ts'

// From a shop without anything to a reception that is live, and flows as files, with the server that shops run.
// One story: each test goes on from the last.

const SAMPLE = readFileSync(new URL('../../flows/export-factory/flow.json', import.meta.url), 'utf8')

let stage: ConsoleStage
let folder = ''

beforeAll(async () => {
  stage = await openConsoleStage({ environment: { SHOPBELL_DEMO: 'off' } })
  folder = await mkdtemp(join(tmpdir(), 'shopbell-start-'))
  await becomeOwner(stage)
})
afterAll(async () => {
  await stage.close()
  await rm(folder, { recursive: true, force: true })
})

const dialog = () => stage.page.getByRole('dialog')

async function read<Shape extends TSchema>(path: string, shape: Shape): Promise<Static<Shape>> {
  const response = await stage.page.request.get(`${stage.shop.url}/api/v1${path}`)
  return Parse(shape, await response.json())
}
const draft = async () => JSON.stringify((await read('/flow/draft', FlowDraft)).document)
/** What buyers get now, as far as a test of the reception looks at it. */
async function reception() {
  const { document } = await read('/flow/versions/live', FlowVersionDetail)
  const blocks: Record<string, { kind: string; questions?: { enabled: boolean }[] }> = JSON.parse(
    JSON.stringify(document['blocks']),
  )
  const kinds = Object.values(blocks).map(({ kind }) => kind)
  const questions = Object.values(blocks).flatMap((block) => block.questions ?? [])
  return {
    texts: JSON.stringify(document['texts']),
    questions: questions.length,
    on: questions.filter(({ enabled }) => enabled).length,
    greetings: kinds.filter((kind) => kind === 'greeting').length,
    smart: kinds.filter((kind) => kind === 'smart-question').length,
    handoffs: kinds.filter((kind) => kind === 'handoff').length,
  }
}

async function chooseFile(name: string, text: string | Buffer): Promise<void> {
  const buffer = typeof text === 'string' ? Buffer.from(text) : text
  await stage.page
    .getByLabel('Choose a flow file (JSON)')
    .setInputFiles({ name, mimeType: 'application/json', buffer })
}

test('a shop without a flow begins one: the room of flows and the editor lead to the templates', async () => {
  const { page } = stage
  await page.getByRole('link', { name: 'Flows' }).click()
  await page.getByRole('heading', { name: 'Begin a flow' }).waitFor()
  await stage.open('flow/edit')
  await page.getByRole('heading', { name: 'Begin a flow' }).waitFor()
  await page.getByText('Hello and welcome, you reached My shop.').waitFor()
  await page.getByText('Studio, maker').click()
  await page.getByText('Hello there, this is My shop.').waitFor()
})

test('by mouse from the template to a live reception, in at most 25 clicks', async () => {
  const { page } = stage
  await page.addInitScript(() => {
    addEventListener(
      'pointerdown',
      () => sessionStorage.setItem('clicks', String(Number(sessionStorage.getItem('clicks') ?? 0) + 1)),
      { capture: true },
    )
  })
  await stage.open('flow/start')
  await page.getByText('Factory, exporter').click()
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByText('4 places only you know').waitFor()
  // The robot itself, on the words as they are; a gap says what it asks for. It is no step of the first run, so no click either.
  await page.locator('.start-chat').getByRole('button', { name: 'Lead time?' }).press('Enter')
  await page.locator('.start-chat .bubble').getByText('[days] days after').waitFor()
  const answers = { 'MOQ?': '300', 'Lead time?': '25', 'Samples?': '20 euros', 'Payment?': '30 %' }
  for (const [question, words] of Object.entries(answers)) {
    await page.locator('[data-item] button', { hasText: question }).first().click()
    await page.locator('[data-open] textarea:focus').waitFor()
    await eventually(async () =>
      expect(await page.evaluate(() => getSelection()?.toString())).toMatch(/^\{\{\?.*\}\}$/),
    )
    await page.keyboard.type(words)
  }
  await page.getByText('All words are there.').waitFor()
  await page.locator('.start-chat .bubble').getByText('25 days after').waitFor()
  await page.getByRole('button', { name: 'Check and publish' }).click()
  await dialog().getByRole('button', { name: 'Publish v1' }).click()
  await page.getByRole('heading', { name: 'v1 is live' }).waitFor()
  await page.getByRole('button', { name: 'Copy' }).click()
  const clicks = await page.evaluate(() => Number(sessionStorage.getItem('clicks')))
  expect(clicks).toBe(9)
  const live = await reception()
  expect(live).toMatchObject({ greetings: 1, questions: 7, on: 5, smart: 3, handoffs: 2 })
  expect(live.texts).toContain('300 pieces per colour.')
  expect(live.texts).toContain('A sample costs 20 euros, refunded')
  expect(live.texts).not.toContain('{{?')
})

test('another template takes the draft’s place, and undo brings it back; what is live stays', async () => {
  const { page } = stage
  const [before, live] = [await draft(), await reception()]
  await stage.open('flow/start')
  await page.getByText('What is live stays live until you publish.').waitFor()
  await page.getByText('Studio, maker').click()
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByText('3 places only you know').waitFor()
  await eventually(async () => expect(await draft()).toContain('ask-piece'))
  await page.locator('header').getByRole('button', { name: 'Undo' }).click()
  await eventually(async () => expect(await draft()).toBe(before))
  expect(await reception()).toEqual(live)
})

test('a gap stops publishing, and the way leads to it', async () => {
  const { page } = stage
  await stage.open('flow/start?step=words')
  await page.locator('[data-item] button', { hasText: 'MOQ?' }).first().click()
  await page.locator('[data-at="/texts/en/faq.moq.answer"]').fill('{{?how many}} pieces.')
  await page.locator('h1').click()
  await eventually(async () => expect(await draft()).toContain('{{?how many}} pieces.'))
  const { revision } = await read('/flow/draft', FlowDraft)
  const refused = await page.request.post(`${stage.shop.url}/api/v1/flow/publish`, {
    data: { revision },
    headers: { origin: stage.shop.url },
  })
  expect([refused.status(), await refused.text()]).toEqual([422, expect.stringContaining('GAP_LEFT')])
  await page.getByRole('button', { name: 'Check and publish' }).click()
  await eventually(async () =>
    expect(await page.evaluate(() => getSelection()?.toString())).toBe('{{?how many}}'),
  )
  expect(await dialog().count()).toBe(0)
  await page.keyboard.type('12')
  await eventually(async () => expect(await draft()).toContain('"12 pieces."'))
})

describe('files, in the editor', () => {
  beforeAll(async () => {
    await stage.page.evaluate(() => localStorage.setItem('shopbell.flowView', 'form'))
    await stage.open('flow/edit')
    await stage.page.locator('.editor').waitFor()
  })

  const script = SAMPLE.replace('Bottles brands order most:', '<img src=x onerror=document.title=1>')
  const broken = (more: object) => JSON.stringify({ ...JSON.parse(SAMPLE), ...more })

  test.for([
    ['broken JSON', '{"format": 1, "id"', 'NOT_JSON'],
    ['a newer format', '{"format": 7}', 'FORMAT_NEWER'],
    ['other JSON', '[]', 'FORMAT_UNKNOWN'],
    ['wrong types', broken({ blocks: [1] }), 'SHAPE'],
    ['prototype keys', SAMPLE.replace('"variables"', '"__proto__": {"mayNot": null}, "variables"'), 'SHAPE'],
    ['nesting without end', '['.repeat(200_000), 'NOT_JSON'],
    ['a sign no text may have', broken({ name: 'a\u0000' }), 'TEXT_MALFORMED'],
  ] as const)('%s: a sentence, and nothing changes', async ([, text, code]) => {
    const before = await draft()
    await chooseFile('bad.json', text)
    await dialog().getByText('It cannot become a draft. Nothing was changed.').first().waitFor()
    await dialog().locator(`[data-code=${code}]`).first().waitFor()
    const save = dialog().getByRole('button', { name: 'Save as draft' })
    expect(await save.getAttribute('aria-disabled')).toBe('true')
    await stage.page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
    expect(await draft()).toBe(before)
  })

  test('what is too big or no UTF-8 is told without a dialog', async () => {
    await chooseFile('big.json', ' '.repeat(300_000))
    await stage.page.getByText('The file is larger than 256 KiB.').waitFor()
    await chooseFile('latin.json', Buffer.from([0x22, 0xe4, 0x22]))
    await stage.page.getByText('cannot be read safely').waitFor()
    expect(await dialog().count()).toBe(0)
  })

  test('a good file: what it makes beside what is there, one undo step, and script in texts is words', async () => {
    const { page } = stage
    const before = await draft()
    await chooseFile('sample.json', script)
    await dialog().getByText('It makes “Export factory reception”').waitFor()
    const row = dialog().getByRole('row').filter({ hasText: 'Languages' })
    expect(await row.textContent()).toMatch(/English, Simplified Chinese\s*English/)
    expect(await draft()).toBe(before)
    await dialog().getByRole('button', { name: 'Save as draft' }).click()
    await eventually(async () => expect(await draft()).toContain('onerror=document.title=1'))
    await page
      .getByRole('button', { name: /Recommend products/ })
      .first()
      .click()
    await page.locator('[data-at="/texts/en/picks"]').waitFor()
    expect(await page.title()).toContain('Edit the flow')
    await page.locator('.editor header').getByRole('button', { name: 'Undo' }).click()
    await eventually(async () => expect(await draft()).toBe(before))
  })

  test('export, import, export: the same bytes, in the console and on the command line', async () => {
    const { page } = stage
    const download = async (item: string): Promise<string> => {
      await page.getByRole('button', { name: 'More', exact: true }).click()
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: item }).click(),
      ])
      return readFile(await file.path(), 'utf8')
    }
    await chooseFile('sample.json', SAMPLE)
    await dialog().getByRole('button', { name: 'Save as draft' }).click()
    await eventually(async () => expect(await draft()).toContain('Export factory reception'))
    const first = await download('Export as a file')
    await chooseFile('first.json', first)
    await dialog().getByText('The file says what the draft says.').waitFor()
    await dialog().getByRole('button', { name: 'Cancel' }).click()
    await dialog().waitFor({ state: 'detached' })
    expect(await download('Export as a file')).toBe(first)

    const path = join(folder, 'first.json')
    await writeFile(path, first)
    const token = Parse(
      ApiTokenCreated,
      await (
        await page.request.post(`${stage.shop.url}/api/v1/api-tokens`, {
          data: { name: 'test', scopes: ['flow:read', 'flow:write', 'flow:publish'] },
          headers: { origin: stage.shop.url },
        })
      ).json(),
    )
    const shopbell = (...words: readonly string[]) => runShopbell(words, { SHOPBELL_TOKEN: token.token })
    expect((await shopbell('import', path, '--to', stage.shop.url)).exitCode).toBe(0)
    expect((await shopbell('publish', '--to', stage.shop.url)).exitCode).toBe(0)
    expect((await shopbell('export', '--from', stage.shop.url)).out).toBe(first)
    expect((await shopbell('export', path)).out).toBe(first)
    const machine = await download('Export for developers (XState)')
    expect(machine).toBe((await shopbell('export', path, '--as', 'machine')).out)
    const diagram = await download('Export as a diagram (Mermaid)')
    expect(diagram).toBe((await shopbell('export', path, '--as', 'mermaid')).out)
    const conversation = await download('Export as a conversation')
    expect(conversation).toBe((await shopbell('export', path, '--as', 'script')).out)
  })
})

test('the browser had nothing to complain about', () => {
  expect(stage.complaints).toEqual([])
})
