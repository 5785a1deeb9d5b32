import { FlowDraft, FlowVersionDetail } from '@shopbell/protocol'
import type { Page } from 'playwright-core'
import type { Static, TSchema } from 'typebox'
import { Parse } from 'typebox/value'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../tools/eventually.ts'
import { becomeOwner, openConsoleStage, type ConsoleStage } from './console-stage.ts'
import { enterDemoShop } from './demo-buyer.ts'
import { openQuestion } from './editor-stage/editor-stage.ts'

// The editor with the server that shops run: what is written arrives, others see it, publishing makes it what buyers get.

let stage: ConsoleStage
let page: Page

beforeAll(async () => {
  stage = await openConsoleStage()
  await becomeOwner(stage)
  page = stage.page
})
afterAll(() => stage.close())

const dialog = () => page.getByRole('dialog')
const answer = (on: Page) => on.locator('[data-at="/texts/en/faq.moq.answer"]')

async function read<Shape extends TSchema>(path: string, shape: Shape): Promise<Static<Shape>> {
  const response = await page.request.get(`${stage.shop.url}/api/v1${path}`)
  return Parse(shape, await response.json())
}
const draftText = async () => JSON.stringify((await read('/flow/draft', FlowDraft)).document)
const liveText = async () => JSON.stringify((await read('/flow/versions/live', FlowVersionDetail)).document)

test('Edit opens what is live, although nobody began a draft', async () => {
  await stage.open('flow')
  await page.getByRole('link', { name: 'Edit' }).click()
  await page.locator('.editor').waitFor()
  await page.getByText('v1 live').waitFor()
  const publish = page.getByRole('button', { name: 'Publish…' })
  await eventually(async () => expect(await publish.getAttribute('aria-disabled')).toBe('true'))
})

test('it offers the views that exist', async () => {
  const views = page.getByRole('group', { name: 'View' }).getByRole('radio')
  expect(await views.evaluateAll((all) => all.map((one) => one.getAttribute('value')))).toEqual([
    'canvas',
    'outline',
    'form',
  ])
  await page.getByRole('radio', { name: 'Form' }).check({ force: true })
})

test('what is typed is stored, and is there after a reload; buyers still get what is live', async () => {
  await openQuestion(page, 'MOQ')
  await answer(page).fill('Three hundred pieces.')
  await eventually(async () => expect(await draftText()).toContain('Three hundred pieces.'))
  await page.reload()
  await openQuestion(page, 'MOQ')
  await eventually(async () => expect(await answer(page).inputValue()).toBe('Three hundred pieces.'))
  expect(await liveText()).not.toContain('Three hundred pieces.')
})

test('another tab sees it as it is typed, and the other way round', async () => {
  const other = await stage.context.newPage()
  await other.goto(`${stage.shop.url}/console/flow/edit`)
  await openQuestion(other, 'MOQ')
  await answer(page).fill('Two hundred pieces.')
  await eventually(async () => expect(await answer(other).inputValue()).toBe('Two hundred pieces.'))
  await answer(other).fill('One hundred pieces.')
  await eventually(async () => expect(await answer(page).inputValue()).toBe('One hundred pieces.'))
  await other.close()
})

test('a question switched by key and a name given in the outline are stored', async () => {
  await page.getByRole('radio', { name: 'Outline' }).check({ force: true })
  await page.locator('[data-row="welcome"]').focus()
  await page.keyboard.press('Enter')
  await page.locator('[data-row="welcome"] input:focus').waitFor()
  await page.keyboard.type('Hello')
  await page.keyboard.press('Enter')
  await eventually(async () => expect(await draftText()).toContain('"title":"Hello"'))
  await page.getByRole('radio', { name: 'Form' }).check({ force: true })
  await page
    .getByRole('button', { name: /Common questions/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Move Payment?', exact: true }).focus()
  await page.keyboard.press('e')
  await eventually(async () => expect(await draftText()).toMatch(/"enabled":false[^}]*"id":"payment"/))
})

test('the keys publish up to the last keystroke; the next buyer gets it', async () => {
  await openQuestion(page, 'MOQ')
  await answer(page).fill('Fifty pieces.')
  await page.keyboard.press('Control+Shift+P')
  await dialog().getByLabel('Note for the team').fill('Smaller orders')
  await dialog().getByRole('button', { name: 'Publish v2' }).click()
  await page.getByText('v2 is live. Undo for 10 s').waitFor()
  await page.getByText('v2 live').waitFor()
  expect(await liveText()).toContain('Fifty pieces.')
  const buyer = await enterDemoShop(stage.shop.url)
  await buyer.tap('moq')
  await buyer.next('message', (message) => JSON.stringify(message).includes('Fifty pieces.'))
  buyer.drop()
})

test('the draft goes on after publishing', async () => {
  await answer(page).fill('Forty pieces.')
  await eventually(async () => expect(await draftText()).toContain('Forty pieces.'))
  await page.getByText('Draft, 1 change').waitFor()
  expect(await liveText()).toContain('Fifty pieces.')
})

test('errors are listed where publishing is refused', async () => {
  await page.locator('[data-at="/texts/en/faq.moq.question"]').fill('Eleven char')
  await page.getByRole('button', { name: 'Publish…' }).click()
  await dialog().getByRole('button', { name: '1 error to fix' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByText('v2 live').waitFor()
})

test('the browser had nothing to complain about', () => {
  expect(stage.complaints).toEqual([])
})
