import { kindOf, type FlowDocument } from '@shopbell/engine'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { eventually } from '../tools/eventually.ts'
import { boxOf } from './at-rest.ts'
import { openEditorStage, sampleFlow, type EditorStage } from './editor-stage/editor-stage.ts'

// The canvas with a mouse: blocks are dragged in, linked, moved, copied. What counts is what the server was told.

let stage: EditorStage
let page: Page

beforeAll(async () => {
  stage = await openEditorStage()
})
afterAll(() => stage.close())
beforeEach(async () => {
  await stage.beginAgain()
  page = await stage.open({ view: 'canvas' })
  await block('welcome').waitFor()
})
afterEach(async () => {
  await page.locator('[data-save="saved"]').waitFor() // nothing of it comes into the next test
  await page.context().close()
  expect(stage.complaints).toEqual([])
})

const draft = (): Promise<FlowDocument> => stage.stored()
const block = (id: string): Locator => page.locator(`[data-block="${id}"]`)
const port = (id: string, path: string): Locator => block(id).locator(`[data-port="${path}"]`)
const target = async (id: string, at = '/next') => {
  const shape = (await draft()).blocks[id]
  return (
    shape &&
    kindOf(shape)
      .ports(shape)
      .find((one) => one.at === at)?.target
  )
}

async function drag(from: Locator, to: { readonly x: number; readonly y: number }): Promise<void> {
  const box = await boxOf(from)
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(to.x - 8, to.y - 8, { steps: 4 })
  await page.mouse.move(to.x, to.y)
  await page.mouse.up()
}

const middle = async (locator: Locator) => {
  const { x, y, width, height } = await boxOf(locator)
  return { x: x + width / 2, y: y + height / 2 }
}

test('a kind dragged from the palette becomes a block where it is let go; on a link it goes between', async () => {
  await drag(page.getByRole('button', { name: 'Add: End' }), { x: 700, y: 300 })
  await eventually(async () => expect((await draft()).blocks['end']).toEqual({ kind: 'end' }))
  await eventually(async () => expect(await block('end').getAttribute('class')).toContain('selected'))

  const link = { x: (await middle(block('welcome'))).x, y: (await boxOf(block('picks'))).y - 20 }
  await drag(page.getByRole('button', { name: 'Add: Message' }), link)
  await eventually(async () => {
    expect(await target('welcome')).toBe('message')
    expect(await target('message')).toBe('picks')
  })
  await page.keyboard.press('Control+z')
  await eventually(async () => {
    expect((await draft()).blocks['message']).toBeUndefined()
    expect(await target('welcome')).toBe('picks')
  })
})

test('a click in the palette adds after the selection, and what stood there makes room', async () => {
  await block('welcome').locator('header').click()
  await page.getByRole('button', { name: 'Add: Message' }).click()
  await eventually(async () => expect(await target('message')).toBe('picks'))
  const { layout } = await draft()
  expect(layout['picks']!.y).toBeGreaterThan(layout['message']!.y + 30)
})

test('a link is dragged from a port to any place of a block; a choice gets a way of its own', async () => {
  await drag(port('welcome', 'next'), await middle(block('faq')))
  await eventually(async () => expect(await target('welcome')).toBe('faq'))
  await drag(port('ask-size', 'choices/ml-500/next'), await middle(block('later')))
  await eventually(async () =>
    expect((await draft()).blocks['ask-size']).toMatchObject({
      choices: expect.arrayContaining([{ id: 'ml-500', next: 'later' }]) as unknown,
    }),
  )
})

test('a link dropped on the empty canvas asks where to; a new block is made there, in one undo step', async () => {
  await drag(port('welcome', 'next'), { x: 700, y: 330 })
  await page.getByRole('dialog').getByLabel('Type to filter').fill('New: mes')
  await page.keyboard.press('Enter')
  await eventually(async () => expect(await target('welcome')).toBe('message'))
  expect(await target('message')).toBe('picks')
  await eventually(async () =>
    expect(await block('message').evaluate((el) => el === document.activeElement)).toBe(true),
  )
  await page.keyboard.press('Control+z')
  await eventually(async () => {
    expect((await draft()).blocks['message']).toBeUndefined()
    expect(await target('welcome')).toBe('picks')
  })
})

test('several are chosen and moved together; one undo brings them back, and nothing counts as changed', async () => {
  const before = (await draft()).layout
  await block('welcome').locator('header').click()
  await block('picks')
    .locator('header')
    .click({ modifiers: ['Shift'] })
  await page.getByText('2 blocks selected').waitFor()
  const from = await middle(block('picks').locator('header'))
  await drag(block('picks').locator('header'), { x: from.x + 120, y: from.y + 40 })
  await eventually(async () =>
    expect((await draft()).layout['picks']!.x).toBeGreaterThan(before['picks']!.x + 60),
  )
  const after = await draft()
  const moved = (id: string) => after.layout[id]!.x - before[id]!.x
  expect(moved('welcome')).toBe(moved('picks'))
  await page.locator('[data-save="saved"]').waitFor()
  expect(await page.getByText(/Draft, \d/).count()).toBe(0)
  await page.keyboard.press('Control+z')
  await eventually(async () => expect((await draft()).layout).toEqual(before))
})

test('a marquee chooses what it touches', async () => {
  const first = await boxOf(block('welcome'))
  const second = await boxOf(block('picks'))
  await page.keyboard.down('Shift')
  await page.mouse.move(first.x - 20, first.y - 8)
  await page.mouse.down()
  await page.mouse.move(second.x + 60, second.y + 10, { steps: 5 })
  await page.mouse.up()
  await page.keyboard.up('Shift')
  await page.getByText('2 blocks selected').waitFor()
})

test('blocks are copied and pasted as JSON, also into another flow', async () => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await block('ask-size').locator('header').click()
  await page.keyboard.press('Control+c')
  const copied = await eventually(async () => {
    const text = await page.evaluate(() => navigator.clipboard.readText())
    expect(JSON.parse(text)).toMatchObject({ shopbell: 'blocks', blocks: { 'ask-size': {} } })
    return text
  })
  await page.keyboard.press('Control+v')
  await eventually(async () =>
    expect((await draft()).blocks['ask-size-2']).toMatchObject({ kind: 'smart-question' }),
  )
  await page.keyboard.press('Control+d')
  await eventually(async () =>
    expect((await draft()).blocks['ask-size-3']).toMatchObject({ kind: 'smart-question' }),
  )

  const other = await openEditorStage({ ...sampleFlow(), id: 'another', layout: sampleFlow().layout })
  onTestFinished(other.close)
  const there = await other.open({ view: 'canvas' })
  await there.locator('[data-block="welcome"] header').click()
  await there.evaluate((text) => {
    const data = new DataTransfer()
    data.setData('text/plain', text)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  }, copied)
  await eventually(async () =>
    expect((await other.stored()).blocks['ask-size-2']).toMatchObject({ kind: 'smart-question' }),
  )
  expect((await other.stored()).blocks['ask-size-2']).not.toHaveProperty('next')
})

test('a note is written beside the blocks and is no change for buyers', async () => {
  await page.getByRole('button', { name: 'Add a note' }).click()
  await page.locator('[data-note] textarea:focus').waitFor()
  await page.keyboard.type('Ask Li about prices')
  await eventually(async () => expect((await draft()).layout['note']?.note).toBe('Ask Li about prices'))
  await page.locator('[data-save="saved"]').waitFor()
  expect(await page.getByText(/Draft, \d/).count()).toBe(0)
  await page.getByRole('button', { name: 'Delete the note' }).click()
  await eventually(async () => expect((await draft()).layout['note']).toBeUndefined())
})

test('tidying up lays blocks one below the other without overlap; undo brings the places back', async () => {
  const before = (await draft()).layout
  await page.getByRole('button', { name: 'Tidy up' }).click()
  await eventually(async () => expect((await draft()).layout['welcome']).not.toEqual(before['picks']))
  await eventually(async () => expect((await draft()).layout['picks']).not.toEqual(before['picks']))
  await page.keyboard.press('Control+z')
  await eventually(async () => expect((await draft()).layout).toEqual(before))
})
