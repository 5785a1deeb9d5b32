import AxeBuilder from '@axe-core/playwright'
import type { FlowOperation } from '@shopbell/engine'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eventually } from '../tools/eventually.ts'
import { atRest } from './at-rest.ts'
import { openEditorStage, openQuestion, type EditorStage } from './editor-stage/editor-stage.ts'

// The unsaved draft, tried as a buyer: the engine's own steps in the browser, shown by the buyers' own panel.

let stage: EditorStage
let page: Page

beforeAll(async () => {
  stage = await openEditorStage()
})
afterAll(() => stage.close())

const preview = () => page.locator('.preview')
const chat = () => preview().locator('.panel')
const log = () => chat().locator('.log')
const tap = (name: string) => chat().getByRole('button', { name, exact: true }).click()
const bubbles = () => chat().locator('.bubble').allInnerTexts()
const lastBubble = async () => (await bubbles()).at(-1)
const says = (words: string) => eventually(async () => expect(await lastBubble()).toBe(words))
const step = (words: string) => preview().getByText(words, { exact: true }).waitFor()

const MOQ = '500 pieces per colour. Your first order may mix two colours.'
const HOW_MANY = 'How many pieces?'

/** The next test begins with what is stored. */
async function leave(): Promise<void> {
  await page.locator('[data-save=saved]').waitFor()
  await page.context().close()
}

/** One command through the editor's bus. */
const change = (on: Page, operations: readonly FlowOperation[]) =>
  on.locator('.editor').evaluate((desk, given) => {
    const { editor } = desk as unknown as { editor: { execute: (make: () => unknown) => void } }
    editor.execute(() => ({ name: { key: 'setField' }, touches: [], operations: given }))
  }, operations)

describe('a buyer who answers', () => {
  beforeAll(async () => {
    page = await stage.open({ view: 'outline' })
    await log().getByText('Which size do you need?').waitFor()
  })
  afterAll(leave)

  test('gets answers to taps and the next question', async () => {
    await tap('MOQ?')
    await says(MOQ)
    await eventually(async () => expect(await chat().getByRole('status').last().innerText()).toBe(MOQ))
    await tap('500 ml')
    await log().getByText(HOW_MANY).waitFor()
    await step('Step 3 of 3')
  })

  test('is followed in the outline: where the conversation stands, and the links it took', async () => {
    const row = (key: string) => page.locator(`[data-row="${key}"]`)
    await row('ask-quantity').getByText('Now', { exact: true }).waitFor()
    await row('welcome').getByText('The tried conversation came this way').waitFor()
    expect(await row('to-sales').getByText('The tried conversation came this way').count()).toBe(0)
  })

  test('is followed back and forward with Alt and the arrows', async () => {
    await preview().getByRole('button', { name: 'Begin again' }).focus()
    await page.keyboard.press('Alt+ArrowLeft')
    await step('Step 2 of 3')
    await says(MOQ)
    await page.locator('[data-row="ask-size"]').getByText('Now', { exact: true }).waitFor()
    await page.keyboard.press('Alt+ArrowRight')
    await step('Step 3 of 3')
  })

  test('hears changed words in the same conversation', async () => {
    await change(page, [{ op: 'put', at: ['texts', 'en', 'faq.moq.answer'], value: 'Fifty pieces.' }])
    await eventually(async () => expect(await bubbles()).toContain('Fifty pieces.'))
    await step('Step 3 of 3')
  })

  test('stops where the flow has no place for an answer any more, and goes on when it has again', async () => {
    await change(page, [{ op: 'put', at: ['blocks', 'faq', 'questions', 'moq', 'enabled'], value: false }])
    await preview()
      .getByText('“MOQ?” is not offered here any more. The conversation stops before it.')
      .waitFor()
    await step('Step 1 of 3')
    await page.keyboard.press('Control+Z')
    await step('Step 3 of 3')
    await page.keyboard.press('Control+Z')
    await eventually(async () => expect(await bubbles()).toContain(MOQ))
  })

  test('lets time pass by a button only', async () => {
    await preview().getByRole('button', { name: 'Begin again' }).click()
    await step('Step 1 of 1')
    await preview()
      .getByRole('button', { name: /^Skip .*: reminder$/ })
      .click()
    await step('Step 2 of 2')
    await preview()
      .getByRole('button', { name: /^Skip .*: no answer$/ })
      .click()
    await page.locator('[data-row="later"]').getByText('Now').waitFor()
  })

  test('writes, and asks for a person', async () => {
    await preview().getByRole('button', { name: 'Begin again' }).click()
    await step('Step 1 of 1')
    await chat().getByLabel('Write to the shop').fill('a jug')
    await page.keyboard.press('Enter')
    await log().getByText(HOW_MANY).waitFor()
    await tap('Talk to a person')
    await eventually(async () =>
      expect(await chat().getByRole('button', { name: 'Talk to a person' }).count()).toBe(0),
    )
  })

  test('may be another: known to the shop, of another language, or on what is live', async () => {
    await preview().getByRole('button', { name: 'Begin again' }).click()
    await preview().getByLabel('Language of the buyer').selectOption('zh-CN')
    await chat().getByLabel('发消息').waitFor()
    await preview().getByLabel('Language of the buyer').selectOption('en')
    await change(page, [{ op: 'put', at: ['texts', 'en', 'faq'], value: 'New words above the list' }])
    await log().getByText('New words above the list').waitFor()
    await preview()
      .getByRole('radio', { name: /^Live v\d+$/ })
      .check({ force: true })
    await eventually(async () => expect(await bubbles()).not.toContain('New words above the list'))
    await log().getByText('Which size do you need?').waitFor()
    await preview().getByLabel('Who is tried').selectOption('Contacted 2 days ago')
    await log().getByText('Which size do you need?').waitFor()
  })
})

test('typing in a field shows in the conversation', async () => {
  page = await stage.open()
  await openQuestion(page, 'MOQ')
  await tap('MOQ?')
  await says(MOQ)
  await page.locator('[data-at="/texts/en/faq.moq.answer"]').fill('Ask us.')
  await says('Ask us.')
  await leave()
})

test('an endless circle is told in words, with the way to it; mended, the conversation is there again', async () => {
  page = await stage.open({ view: 'outline' })
  await log().getByText('Which size do you need?').waitFor()
  await change(page, [{ op: 'put', at: ['blocks', 'picks', 'next'], value: 'welcome' }])
  await preview().getByText('No conversation can be played: the flow never comes to rest.').waitFor()
  await preview().getByRole('button', { name: 'Go to the problem' }).click()
  await eventually(async () =>
    expect(
      await page.evaluate(() => document.activeElement?.closest('tr')?.getAttribute('data-row')),
    ).toMatch(/welcome|picks/),
  )
  await page.keyboard.press('Control+Z')
  await log().getByText('Which size do you need?').waitFor()
  await leave()
})

describe('where there is less room', () => {
  test('it shares a pane with the selected block', async () => {
    page = await stage.open({ view: 'outline', width: 1100 })
    expect(await preview().count()).toBe(0)
    await page.getByRole('radio', { name: 'Preview' }).check({ force: true })
    await log().getByText('Which size do you need?').waitFor()
    await page.getByRole('radio', { name: 'Block' }).check({ force: true })
    await page.getByText('Select a block to see what it says.').waitFor()
    await leave()
  })

  test('on a phone it is a sheet, large enough to touch, that gives the focus back', async () => {
    page = await stage.open({ width: 320, height: 720, touch: true })
    const open = page.getByRole('button', { name: 'Preview' })
    await open.click()
    await log().getByText('Which size do you need?').waitFor()
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
      .toBeLessThanOrEqual(320)
    await page.keyboard.press('Escape')
    await eventually(async () => expect(await preview().count()).toBe(0))
    await eventually(async () =>
      expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Preview'),
    )
    await leave()
  })
})

describe('axe finds nothing', () => {
  test.for(
    (['en', 'zh-CN'] as const).flatMap((locale) =>
      (['light', 'dark'] as const).map((theme) => [locale, theme] as const),
    ),
  )('in %s, %s', async ([locale, theme]) => {
    page = await stage.open({ locale, theme })
    await chat().locator('.chip').first().click()
    await chat().locator('.own').waitFor()
    await atRest(page)
    const { violations } = await new AxeBuilder({ page }).include('.preview').analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    await leave()
  })
})

test('the browser had nothing to complain about', () => {
  expect(stage.complaints).toEqual([])
})
