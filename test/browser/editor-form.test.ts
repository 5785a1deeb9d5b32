import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { eventually } from '../tools/eventually.ts'
import { atRest, boxOf } from './at-rest.ts'
import { openEditorStage, openQuestion, type EditorStage } from './editor-stage/editor-stage.ts'

let stage: EditorStage
let page: Page

beforeAll(async () => {
  stage = await openEditorStage()
})
afterAll(() => stage.close())
beforeEach(async () => {
  await stage.beginAgain()
  page = await stage.open()
  await page
    .getByRole('button', { name: /Common questions/ })
    .first()
    .click()
})
afterEach(async () => {
  await page.locator('[data-save="saved"]').waitFor() // nothing of it comes into the next test
  await page.context().close()
})

const questions = async (): Promise<string[]> => {
  const faq = (await stage.stored()).blocks['faq']
  return faq && 'questions' in faq
    ? faq.questions.map(({ id, enabled }) => `${enabled ? '+' : '-'}${id}`)
    : []
}
const handle = (words: string) => page.getByRole('button', { name: `Move ${words}`, exact: true })
const spoken = (words: string | RegExp) => page.getByText(words).first().waitFor({ state: 'attached' })

test('by keyboard: Space lifts, arrows move over the border between the lanes, Space drops', async () => {
  await handle('Payment?').focus()
  await page.keyboard.press('Space')
  await spoken('Payment? lifted, On, 5 of 5')
  await page.keyboard.press('ArrowDown')
  await spoken('Off, 1 of 3')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await eventually(async () =>
    expect(await questions()).toEqual([
      '+moq',
      '+lead-time',
      '+samples',
      '+logo',
      '-warranty',
      '-payment',
      '-tests',
    ]),
  )
})

test('Escape puts back what was lifted, and nothing is saved', async () => {
  const before = await stage.revision()
  const others = (await questions()).slice(1)
  await handle('MOQ?').focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Escape')
  await spoken('Put back')
  // What comes next is the first that is saved.
  await page.keyboard.press('e')
  await eventually(async () => expect(await questions()).toContain('-moq'))
  expect(await stage.revision()).toBe(before + 1)
  expect((await questions()).filter((question) => question !== '-moq')).toEqual(others)
})

test('the pointer drags a question to another place, and the slot says what will happen', async () => {
  const from = await boxOf(handle('Payment?'))
  const to = await boxOf(handle('MOQ?'))
  await page.mouse.move(from.x + 10, from.y + 10)
  await page.mouse.down()
  await page.mouse.move(from.x + 12, from.y - 20, { steps: 5 })
  await page.mouse.move(to.x + 10, to.y + 8, { steps: 20 })
  await page.getByText('Drop to switch on, number 1').waitFor()
  await page.mouse.up()
  await eventually(async () => expect((await questions())[0]).toBe('+payment'))
})

test('a sixth is not switched on: the menu under the switch swaps, as one undo step', async () => {
  await page.getByRole('switch', { name: 'Warranty? is on' }).click()
  await page.getByRole('menuitem', { name: 'Samples?' }).click()
  await eventually(async () => {
    expect(await questions()).toContain('+warranty')
    expect(await questions()).toContain('-samples')
  })
  await page.getByRole('button', { name: 'Undo' }).click()
  await eventually(async () =>
    expect(await questions()).toEqual([
      '+moq',
      '+lead-time',
      '+samples',
      '+logo',
      '+payment',
      '-warranty',
      '-tests',
    ]),
  )
})

test('dragging a sixth onto one that is on swaps the two', async () => {
  const from = await boxOf(handle('Tests?'))
  const to = await boxOf(handle('Lead time?'))
  await page.mouse.move(from.x + 10, from.y + 10)
  await page.mouse.down()
  await page.mouse.move(from.x + 12, from.y - 30, { steps: 5 })
  await page.getByText('5 are on. Drop onto one to swap.').waitFor()
  await page.mouse.move(to.x + 10, to.y + 10, { steps: 20 })
  await page.mouse.up()
  await eventually(async () => {
    expect(await questions()).toContain('+tests')
    expect(await questions()).toContain('-lead-time')
  })
})

test('E switches without lifting; the position dialog moves without arrows', async () => {
  await handle('Payment?').focus()
  await page.keyboard.press('e')
  await eventually(async () => expect(await questions()).toContain('-payment'))
  await page.getByRole('button', { name: 'More for MOQ?' }).click()
  await page.getByRole('menuitem', { name: 'Move to position…' }).click()
  await page.getByLabel('Position, 1 to 4').fill('3')
  await page.keyboard.press('Enter')
  await eventually(async () =>
    expect((await questions()).slice(0, 3)).toEqual(['+lead-time', '+samples', '+moq']),
  )
})

test('an eighth cannot be made, and the button says why while it keeps the focus', async () => {
  const button = page.getByRole('button', { name: 'New question' })
  expect(await button.getAttribute('aria-disabled')).toBe('true')
  await button.focus()
  await page.keyboard.press('Enter')
  await spoken('7 of 7. Delete one to add another.')
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true)
  expect(await questions()).toHaveLength(7)
})

test('the eleventh character goes on, is counted and underlined; nothing is cut', async () => {
  await openQuestion(page, 'MOQ')
  const field = page.locator('[data-at="/texts/en/faq.moq.question"]')
  await field.fill('')
  await field.pressSequentially('12345678901')
  await page.getByText('11/10').first().waitFor()
  await page.locator('.fault', { hasText: '1 too many. Shorten to publish.' }).waitFor()
  await expect.poll(() => page.locator('[data-open] mark').first().textContent()).toBe('1')
  await eventually(async () =>
    expect((await stage.stored()).texts['en']?.['faq.moq.question']).toBe('12345678901'),
  )
})

test('five thousand pasted characters are kept in the draft and marked', async () => {
  await openQuestion(page, 'MOQ')
  const long = '茶'.repeat(5_000)
  const field = page.locator('[data-at="/texts/en/faq.moq.answer"]')
  await field.focus()
  await field.fill('')
  await page.keyboard.insertText(long)
  await page.locator('.fault', { hasText: '4,800 too many. Shorten to publish.' }).waitFor()
  await eventually(async () => expect((await stage.stored()).texts['en']?.['faq.moq.answer']).toBe(long))
  await handle('MOQ?').focus()
  await page.locator('[data-problem="ANSWER_TOO_LONG"]').waitFor()
})

test('pasted lines become questions, as many as fit, and it says how many stay', async () => {
  await page.getByRole('button', { name: 'More for Tests?' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await page.getByRole('button', { name: 'More for Warranty?' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await openQuestion(page, 'MOQ')
  await page.locator('[data-at="/texts/en/faq.moq.question"]').evaluate((field) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', Array.from({ length: 9 }, (_, n) => `Line ${n}`).join('\n'))
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  await page.getByText('2 added, 7 left in the clipboard').first().waitFor()
  await eventually(async () => {
    expect(Object.values((await stage.stored()).texts['en'] ?? {})).toContain('Line 0')
    expect(await questions()).toHaveLength(7)
  })
})

test('a problem waits until its field loses the focus, then leads back to it', async () => {
  await openQuestion(page, 'MOQ')
  const field = page.locator('[data-at="/texts/en/faq.moq.question"]')
  await field.fill('Lead time?')
  await eventually(async () =>
    expect((await stage.stored()).texts['en']?.['faq.moq.question']).toBe('Lead time?'),
  )
  expect(await page.locator('[data-problem]').count()).toBe(0)
  await page
    .getByRole('button', { name: /Welcome/ })
    .first()
    .click()
  await page.locator('[data-problem="QUESTION_TWICE"]').click()
  await eventually(async () =>
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-at') ?? '')).toMatch(
      /question$/,
    ),
  )
})

test('the library gives a common and a smart question, by keyboard, each in one step (FAQ-10, SQ-05)', async () => {
  const dialog = page.getByRole('dialog', { name: 'Library' })
  const search = dialog.getByLabel('Search questions')
  await page.getByRole('button', { name: 'More for Tests?' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await page.getByRole('button', { name: 'From the library' }).press('Enter')
  await eventually(async () => expect(await search.evaluate((it) => it.matches(':focus'))).toBe(true))
  await search.fill('发票')
  await dialog.getByText('1 question', { exact: true }).waitFor({ state: 'attached' })
  await search.press('Enter')
  await eventually(async () =>
    expect(Object.values((await stage.stored()).texts['en'] ?? {})).toContain('Invoice?'),
  )
  expect(await questions()).toHaveLength(7)
  await eventually(async () =>
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-at') ?? '')).toMatch(
      /question$/,
    ),
  )
  await page.getByRole('button', { name: /^Undo/ }).click()
  await eventually(async () => expect(await questions()).toHaveLength(6))

  await page
    .getByRole('button', { name: /Smart question/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'From the library' }).press('Enter')
  await atRest(page)
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(
    violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(' ')).join()}`),
  ).toEqual([])
  await search.fill('delivery')
  await search.press('ArrowDown')
  await dialog.getByRole('button', { name: /^Delivery date/ }).press('Enter')
  await eventually(async () => {
    const { blocks, variables } = await stage.stored()
    expect(variables['delivery']).toEqual({ type: 'date' })
    expect(Object.values(blocks)).toContainEqual(expect.objectContaining({ variable: 'delivery' }))
  })
})
