import { afterAll, beforeAll, expect, test } from 'vitest'
import AxeBuilder from '@axe-core/playwright'
import type { FlowOperation } from '@shopbell/engine'
import type { Page } from 'playwright-core'
import { axeFindings } from './axe-findings.ts'
import { openEditorStage, type EditorStage } from './editor-stage/editor-stage.ts'

// A problem is shown as the conversation that meets it.

let stage: EditorStage
let page: Page

beforeAll(async () => {
  stage = await openEditorStage()
})
afterAll(() => stage.close())

const change = (operations: readonly FlowOperation[]) =>
  page.locator('.editor').evaluate((desk, given) => {
    const { editor } = desk as unknown as { editor: { execute: (make: () => unknown) => void } }
    editor.execute(() => ({ name: { key: 'setField' }, touches: [], operations: given }))
  }, operations)
const preview = () => page.locator('.preview')
const row = (code: string) => page.locator('.problems li', { has: page.locator(`[data-problem=${code}]`) })
/** Each step stands for a moment only: what was shown is kept on the page from now on. */
const recordSteps = () =>
  page.evaluate(() => {
    const shown: string[] = []
    Object.assign(window, { stepsShown: shown })
    new MutationObserver(() => {
      const step = document.querySelector('.preview .count')?.textContent ?? ''
      if (/ of 3$/.test(step) && shown.at(-1) !== step) shown.push(step)
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
const stepsShown = () => page.evaluate('stepsShown')
const now = (block: string) => page.locator(`[data-block="${block}"]`).getByText('Now', { exact: true })
const CUT: FlowOperation = { op: 'drop', at: ['blocks', 'ask-quantity', 'next'] }

test('a way that leads nowhere is played until the buyer waits, and the canvas goes along', async () => {
  // It plays step by step only where motion is welcome; the stage asks for little of it.
  const prepare = (opened: Page) => opened.emulateMedia({ reducedMotion: 'no-preference' })
  page = await stage.open({ view: 'canvas', prepare })
  await change([CUT])
  const play = row('LINK_MISSING').getByRole('button', { name: 'Play', exact: true })
  expect(await row('BLOCK_UNREACHABLE').first().getByRole('button', { name: 'Play' }).count()).toBe(0)
  await recordSteps()
  await play.click()
  await expect.poll(stepsShown).toEqual(['Step 1 of 3', 'Step 2 of 3', 'Step 3 of 3'])
  await preview().getByText('Nothing. The buyer waits.').waitFor()
  await now('ask-quantity').waitFor()
  expect(await preview().locator('.bubble').allInnerTexts()).toEqual(
    expect.arrayContaining(['500 ml', 'How many pieces?', '1']),
  )
  expect(await preview().locator('.bar .unfit').count()).toBe(1)
  expect(await axeFindings(page, new AxeBuilder({ page }).include('.preview'))).toEqual([])
})

test('a step by hand ends the playing; going on from there is the seller’s', async () => {
  await preview().getByRole('button', { name: 'One step back' }).click()
  await preview().getByText('Step 2 of 3', { exact: true }).waitFor()
  await preview().getByRole('button', { name: 'Go on from here' }).click()
  await preview().getByRole('button', { name: 'Go on from here' }).waitFor({ state: 'detached' })
  await preview().getByRole('textbox').fill('2000')
  await page.keyboard.press('Enter')
  await preview().locator('.bubble', { hasText: '2000' }).waitFor()
})

test('by key P, without movement where less is wanted, and undo ends it with the problem', async () => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await row('LINK_MISSING').locator('[data-problem]').focus()
  await page.keyboard.press('p')
  await preview().getByText('Nothing. The buyer waits.').waitFor()
  await page.keyboard.press('Control+z')
  await preview().getByText('Nothing. The buyer waits.').waitFor({ state: 'detached' })
  expect(stage.complaints).toEqual([])
})
