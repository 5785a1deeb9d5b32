import { kindOf, type FlowDocument } from '@shopbell/engine'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { eventually } from '../tools/eventually.ts'
import { boxOf } from './at-rest.ts'
import { openEditorStage, sampleFlow, type EditorStage } from './editor-stage/editor-stage.ts'

// The canvas without a pointer.

let stage: EditorStage
let page: Page

beforeAll(async () => {
  stage = await openEditorStage()
})
afterAll(() => stage.close())
beforeEach(async () => {
  await stage.beginAgain()
  page = await stage.open({ view: 'canvas' })
  await block('welcome').focus()
  await isFocused(block('welcome'))
})
afterEach(async () => {
  await page.locator('[data-save="saved"]').waitFor() // nothing of it comes into the next test
  await page.context().close()
  expect(stage.complaints).toEqual([])
})

const draft = (): Promise<FlowDocument> => stage.stored()
const block = (id: string): Locator => page.locator(`[data-block="${id}"]`)
const next = async (id: string) => {
  const shape = (await draft()).blocks[id]
  return (
    shape &&
    kindOf(shape)
      .ports(shape)
      .find(({ main }) => main)?.target
  )
}
const isFocused = (locator: Locator) =>
  eventually(async () => expect(await locator.evaluate((el) => el === document.activeElement)).toBe(true))
async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

test('Tab reaches the canvas once, then the ports of the block', async () => {
  await press('Tab')
  await isFocused(page.getByRole('button', { name: 'More for Welcome' }))
  await press('Tab')
  await isFocused(block('welcome').locator('[data-port="next"]'))
  await press('Tab')
  const inBlock = () => page.evaluate(() => document.activeElement?.closest('[data-block]') !== null)
  await expect.poll(inBlock).toBe(false)
})

test('a block that is scrolled out of view leaves the keyboard to the canvas, and has it again when it is back', async () => {
  const canvas = page.locator('section.canvas')
  const { x = 0, y = 0, width = 0, height = 0 } = (await canvas.boundingBox()) ?? {}
  await page.mouse.move(x + width - 20, y + height / 2) // zooming in from there, the flow's first column goes out on the left
  await page.mouse.wheel(0, -4_000)
  await block('welcome').waitFor({ state: 'detached' })
  await isFocused(canvas)
  await page.mouse.wheel(0, 4_000)
  await isFocused(block('welcome'))
  await page.mouse.wheel(0, -4_000)
  await block('welcome').waitFor({ state: 'detached' })
  await press('ArrowDown')
  await isFocused(block('picks'))
})

test('arrows go to the neighbour, wherever it is, and the view follows', async () => {
  await press('ArrowDown')
  await isFocused(block('picks'))
  await press('ArrowDown', 'ArrowDown', 'ArrowDown')
  await isFocused(block('ask-quantity'))
  expect(await block('ask-quantity').getAttribute('aria-label')).toMatch(
    /^Smart question, Ask quantity, .*leads to Ask logo$/,
  )
  const room = await boxOf(page.locator('section.canvas'))
  await eventually(async () => {
    const { y, height } = await boxOf(block('ask-quantity'))
    expect(y).toBeGreaterThanOrEqual(room.y)
    expect(y + height).toBeLessThanOrEqual(room.y + room.height)
  })
  await press('Home')
  await isFocused(block('welcome'))
  await press('ArrowUp')
  await isFocused(block('welcome'))
})

test('Alt and an arrow move by 20 pixels, one undo step each', async () => {
  const { x, y } = (await draft()).layout['welcome']!
  await press('Alt+ArrowRight', 'Alt+ArrowRight', 'Alt+ArrowDown')
  await eventually(async () =>
    expect((await draft()).layout['welcome']).toMatchObject({ x: x + 40, y: y + 20 }),
  )
  await isFocused(block('welcome'))
  await press('Control+z')
  await eventually(async () => expect((await draft()).layout['welcome']).toMatchObject({ x: x + 40, y }))
})

test('L connects by typing, Ctrl and Enter goes there, Shift and L disconnects', async () => {
  await press('l')
  await page.getByRole('dialog').getByLabel('Type to filter').fill('sample')
  await press('Control+Enter')
  await eventually(async () => expect(await next('welcome')).toBe('sample-pack'))
  await isFocused(block('sample-pack'))
  await press('Shift+L')
  await eventually(async () => expect(await next('sample-pack')).toBeUndefined())
  await block('sample-pack').getByText('Leads nowhere').waitFor()
})

test('“New: message” makes and connects in one undo step; Escape changes nothing', async () => {
  await press('l')
  await page.getByRole('dialog').getByLabel('Type to filter').waitFor()
  await press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await isFocused(block('welcome'))
  await press('l')
  await page.getByRole('dialog').getByLabel('Type to filter').fill('new: mes')
  await press('Enter')
  await eventually(async () => {
    expect(await next('welcome')).toBe('message')
    expect(await next('message')).toBe('picks')
  })
  await press('Control+z')
  await eventually(async () => {
    expect((await draft()).blocks['message']).toBeUndefined()
    expect(await next('welcome')).toBe('picks')
  })
})

test('a port of its own: Enter on a choice connects the choice', async () => {
  await block('ask-size').focus()
  await block('ask-size').locator('[data-port="choices/ml-500/next"]').focus()
  await press('Enter')
  await page.getByRole('dialog', { name: 'Connect to…' }).getByText('Ask size, 500 ml').waitFor()
  await page.getByRole('dialog').getByLabel('Type to filter').fill('later')
  await press('Enter')
  await eventually(async () =>
    expect(JSON.stringify((await draft()).blocks['ask-size'])).toContain('{"id":"ml-500","next":"later"}'),
  )
  await isFocused(block('ask-size').locator('[data-port="choices/ml-500/next"]'))
})

test('F2 renames, E switches, Delete deletes and leads round, Enter opens the fields', async () => {
  await press('F2')
  await isFocused(block('welcome').locator('input'))
  await page.keyboard.type('Hello')
  await press('Enter')
  await eventually(async () => expect((await draft()).layout['welcome']?.title).toBe('Hello'))
  await isFocused(block('welcome'))
  await press('e')
  await eventually(async () => expect((await draft()).blocks['welcome']).toMatchObject({ enabled: false }))
  await press('Delete')
  await eventually(async () => expect((await draft()).entries.reception).toBe('picks'))
  await isFocused(block('picks'))
  await press('Enter')
  await isFocused(page.locator('[data-title="picks"]'))
})

test('the menu has what drags and keys do', async () => {
  await press('Shift+F10')
  await page.getByRole('menuitem', { name: 'Move down' }).press('Enter')
  await eventually(async () => expect((await draft()).layout['welcome']).toMatchObject({ y: 20 }))
  await isFocused(block('welcome'))
  await press('Shift+F10')
  await page.getByRole('menuitem', { name: /Connect to/ }).press('Enter')
  await page.getByRole('dialog', { name: 'Connect to…' }).waitFor()
})

test('Ctrl and A chooses all; search finds by what is said and goes there', async () => {
  await press('Control+a')
  await page.getByText(`${String(Object.keys((await draft()).blocks).length)} blocks selected`).waitFor()
  await press('Control+f')
  await isFocused(page.locator('search').getByRole('combobox'))
  await page.keyboard.type('mould costs')
  await page.getByRole('option', { name: /Custom size/ }).waitFor()
  await press('Enter')
  await isFocused(block('custom-size'))
})

test('a way that leads nowhere is put right from the list of problems, and in the outline the same way', async () => {
  await press('Shift+L')
  await page.locator('.problems').getByRole('button', { name: 'Connect to…' }).click()
  await page.getByRole('dialog').getByLabel('Type to filter').fill('Recommend')
  await press('Enter')
  await eventually(async () => expect(await next('welcome')).toBe('picks'))
})

test('from 40 blocks on there is a small map of the whole; only what is seen is drawn', async () => {
  expect(await page.locator('.svelte-flow__minimap').count()).toBe(0)
  const many = Array.from({ length: 60 }, (_, n) => `step-${n}`)
  const flow = sampleFlow()
  const large = await openEditorStage({
    ...flow,
    blocks: { ...flow.blocks, ...Object.fromEntries(many.map((id) => [id, { kind: 'end' as const }])) },
    layout: { ...flow.layout, ...Object.fromEntries(many.map((id, n) => [id, { x: 700, y: n * 80 }])) },
  })
  onTestFinished(large.close)
  const there = await large.open({ view: 'canvas' })
  await there.locator('.svelte-flow__minimap').waitFor()
  await eventually(async () => expect(await there.locator('.svelte-flow__minimap-node').count()).toBe(72))
  await eventually(async () => expect(await there.locator('[data-block]').count()).toBeLessThan(40))
})
