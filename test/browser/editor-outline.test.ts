import { kindOf } from '@shopbell/engine'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openEditorStage, type EditorStage } from './editor-stage/editor-stage.ts'

let stage: EditorStage
let page: Page

beforeEach(async () => {
  stage = await openEditorStage()
  page = await stage.open({ view: 'outline' })
  await page.locator('[data-row="welcome"]').focus()
})
afterEach(() => stage.close())

const eventually = (check: () => unknown) => vi.waitFor(check, { timeout: 10_000, interval: 50 })
const nextOf = (id: string) => {
  const block = stage.server.document().blocks[id]
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
  await page.keyboard.type('Hello')
  await page.keyboard.press('Enter')
  await eventually(() => expect(stage.server.document().layout['welcome']?.title).toBe('Hello'))
})

test('Alt and an arrow move a block; every link follows', async () => {
  await page.keyboard.press('Alt+ArrowDown')
  await eventually(() => {
    expect(stage.server.document().entries.reception).toBe('picks')
    expect(nextOf('picks')).toBe('welcome')
    expect(nextOf('welcome')).toBe('faq')
  })
})

test('L connects, Shift and L lead nowhere, and undo takes both back', async () => {
  await page.keyboard.press('l')
  await page.getByLabel('Type to filter').fill('Sample')
  await page.keyboard.press('Enter')
  await eventually(() => expect(nextOf('welcome')).toBe('sample-pack'))
  await page.keyboard.press('Shift+L')
  await eventually(() => expect(nextOf('welcome')).toBeUndefined())
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await eventually(() => expect(nextOf('welcome')).toBe('picks'))
})

test('E switches off, Delete deletes and leads round', async () => {
  await page.keyboard.press('e')
  await eventually(() => expect(stage.server.document().blocks['welcome']).toMatchObject({ enabled: false }))
  await page.keyboard.press('Delete')
  await eventually(() => {
    expect(stage.server.document().blocks['welcome']).toBeUndefined()
    expect(stage.server.document().entries.reception).toBe('picks')
  })
})
