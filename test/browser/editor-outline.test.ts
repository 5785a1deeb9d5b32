import { kindOf } from '@shopbell/engine'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { eventually } from '../tools/eventually.ts'
import { openEditorStage, type EditorStage } from './editor-stage/editor-stage.ts'

let stage: EditorStage
let page: Page

beforeAll(async () => {
  stage = await openEditorStage()
})
afterAll(() => stage.close())
beforeEach(async () => {
  await stage.beginAgain()
  page = await stage.open({ view: 'outline' })
  await page.locator('[data-row="welcome"]').focus()
})
afterEach(async () => {
  await page.locator('[data-save="saved"]').waitFor() // nothing of it comes into the next test
  await page.context().close()
})

const nextOf = async (id: string) => {
  const block = (await stage.stored()).blocks[id]
  return (
    block &&
    kindOf(block)
      .ports(block)
      .find(({ main }) => main)?.target
  )
}

test('arrows walk, Enter renames', async () => {
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await page.locator('[data-row="welcome"] input:focus').waitFor()
  await page.keyboard.type('Hello')
  await page.keyboard.press('Enter')
  await eventually(async () => expect((await stage.stored()).layout['welcome']?.title).toBe('Hello'))
})

test('Alt and an arrow move a block; every link follows', async () => {
  await page.keyboard.press('Alt+ArrowDown')
  await eventually(async () => {
    expect((await stage.stored()).entries.reception).toBe('picks')
    expect(await nextOf('picks')).toBe('welcome')
    expect(await nextOf('welcome')).toBe('faq')
  })
})

test('L connects, Shift and L lead nowhere, and undo takes both back', async () => {
  await page.keyboard.press('l')
  await page.getByLabel('Type to filter').fill('Sample')
  await page.keyboard.press('Enter')
  await eventually(async () => expect(await nextOf('welcome')).toBe('sample-pack'))
  await page.keyboard.press('Shift+L')
  await eventually(async () => expect(await nextOf('welcome')).toBeUndefined())
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await eventually(async () => expect(await nextOf('welcome')).toBe('picks'))
})

test('E switches off, Delete deletes and leads round', async () => {
  await page.keyboard.press('e')
  await eventually(async () =>
    expect((await stage.stored()).blocks['welcome']).toMatchObject({ enabled: false }),
  )
  await page.keyboard.press('Delete')
  await eventually(async () => {
    expect((await stage.stored()).blocks['welcome']).toBeUndefined()
    expect((await stage.stored()).entries.reception).toBe('picks')
  })
})
