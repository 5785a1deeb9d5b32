import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findingsInBothThemes } from './axe-findings.ts'
import { becomeOwner, openConsoleStage, type ConsoleStage } from './console-stage.ts'
import { enterDemoShop } from './demo-buyer.ts'
import { holdToast } from './hold-toast.ts'
import { widerThanScreen } from './wider-than-screen.ts'

let stage: ConsoleStage
let page: Page

beforeAll(async () => {
  stage = await openConsoleStage()
  ;({ page } = stage)
  await becomeOwner(stage)
})
afterAll(() => stage.close())

const pins = () =>
  page.locator('ol [data-handle]').evaluateAll((all) => all.map((one) => one.dataset['handle']))
const handle = (title: string) => page.getByRole('button', { name: new RegExp(`^Move ${title},`) })
const rowOf = (ref: string) => page.locator(`[data-product="${ref}"]`)

const findings = () => findingsInBothThemes(page)

test('the pinned products are put in order by keys, by the menu and by dragging', async () => {
  await page.getByRole('link', { name: 'Products' }).click()
  await rowOf('TRAIL-750').waitFor()
  await expect.poll(pins).toEqual(['TRAIL-750', 'CAMP-500', 'SLIM-1L'])
  expect(await findings()).toEqual([])

  // A second key comes while the first order is on its way: it goes on from what is shown.
  const isFocused = () => handle('Trail 750').evaluate((one) => one === document.activeElement)
  const pressed = Promise.withResolvers<undefined>()
  await page.route('**/products/pinned', async (route) => {
    await pressed.promise
    await route.continue()
  })
  await handle('Trail 750').focus()
  await page.keyboard.press('ArrowDown')
  await expect.poll(pins).toEqual(['CAMP-500', 'TRAIL-750', 'SLIM-1L'])
  await expect.poll(isFocused).toBe(true)
  await page.keyboard.press('ArrowDown')
  await expect.poll(pins).toEqual(['CAMP-500', 'SLIM-1L', 'TRAIL-750'])
  pressed.resolve(undefined)
  await page.getByText('Trail 750 is number 3 of 3').waitFor({ state: 'attached' })
  await page.unrouteAll({ behavior: 'wait' })
  await page.keyboard.press('ArrowUp')
  await page.getByText('Trail 750 is number 2 of 3').waitFor({ state: 'attached' })
  await expect.poll(pins).toEqual(['CAMP-500', 'TRAIL-750', 'SLIM-1L'])
  await expect.poll(isFocused).toBe(true)

  await page.getByRole('button', { name: 'More for Slim 1 L' }).click()
  await page.getByRole('menuitem', { name: 'To the top' }).click()
  await expect.poll(pins).toEqual(['SLIM-1L', 'CAMP-500', 'TRAIL-750'])
  await page.getByText('Slim 1 L is number 1 of 3').waitFor({ state: 'attached' })

  await handle('Trail 750').hover()
  await page.mouse.down()
  const top = await handle('Slim 1 L').boundingBox()
  await page.mouse.move((top?.x ?? 0) + 12, (top?.y ?? 0) + 30, { steps: 12 })
  await page.mouse.move((top?.x ?? 0) + 12, (top?.y ?? 0) + 4, { steps: 8 })
  await expect.poll(async () => (await pins())[0]).toBe('TRAIL-750')
  await page.mouse.up()
  // Said when the server has it: what is on its way is lost with the page.
  await page.getByText('Trail 750 is number 1 of 3').waitFor({ state: 'attached' })
  await page.reload()
  await expect.poll(pins).toEqual(['TRAIL-750', 'SLIM-1L', 'CAMP-500'])
})

test('what is unpinned comes back by its undo, and a sold out product is recommended no more', async () => {
  await rowOf('CAMP-500').getByRole('button', { name: 'Unpin Camp 500' }).click()
  await holdToast(page, 'Camp 500 is not recommended first')
  await expect.poll(pins).toEqual(['TRAIL-750', 'SLIM-1L'])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(pins).toEqual(['TRAIL-750', 'SLIM-1L', 'CAMP-500'])

  await page.getByRole('switch', { name: 'Slim 1 L is available' }).click()
  await page.locator('ol').getByText('Not available').waitFor()
  const buyer = await enterDemoShop(stage.shop.url)
  const cards = buyer.frames.flatMap((frame) =>
    frame.type === 'message' && frame.content.kind === 'products' ? frame.content.items : [],
  )
  expect(cards.map(({ ref }) => ref)).toEqual(['TRAIL-750', 'CAMP-500'])
  buyer.send({ type: 'look', at: 'card', refs: ['CAMP-500'] })
  await buyer.write('the look before this was noted')
  buyer.drop()
  await page.reload()
  await rowOf('CAMP-500').waitFor()
  expect(await rowOf('CAMP-500').locator('.figure').allInnerTexts()).toEqual(['1', '1'])
})

test('a file with a mistake is told row by row; the mended one is saved, found and pinned', async () => {
  const choose = (name: string, text: string) =>
    page
      .getByLabel('File', { exact: true })
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
  await page.getByRole('button', { name: 'Import…' }).click()
  const dialog = page.getByRole('dialog')
  await choose('jars.csv', 'ref,title,price,currency\nJAR-1,Food jar,cheap,USD\nJAR-2,,,\n')
  await dialog.getByText('2 problems.').waitFor()
  expect(await dialog.getByRole('listitem').allInnerTexts()).toEqual([
    'Row 2 With a currency the price is a number with a point, such as 1234.50.',
    'Row 3 “title” is empty. Every product has one.',
  ])
  expect(await dialog.getByRole('button', { name: 'Save' }).count()).toBe(0)
  expect(await findings()).toEqual([])

  await choose(
    'jars.csv',
    'ref,title,price,currency,category\nJAR-1,Food jar,4.10,USD,Jars\nCAMP-500,Camp,,,\n',
  )
  await dialog.getByText('2 products: 1 new, 1 replaced.').waitFor()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await rowOf('JAR-1').getByText('USD 4.10').waitFor()

  await page.getByLabel('Category').selectOption('Jars')
  await expect.poll(() => page.locator('[data-product]').count()).toBe(1)
  await rowOf('JAR-1').getByRole('button', { name: 'Pin Food jar' }).click()
  await expect.poll(pins).toEqual(['TRAIL-750', 'SLIM-1L', 'CAMP-500', 'JAR-1'])
  await page.getByRole('button', { name: 'Clear' }).click()
  await page.getByRole('searchbox').fill('no such thing')
  await page.getByText('No product fits these filters.').waitFor()
})

test('categories are added, named, ordered and deleted, and products stay', async () => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await stage.open('products')
  await rowOf('JAR-1').waitFor()
  await page.getByRole('button', { name: 'Categories…' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Categories' })
  const grips = () =>
    dialog.locator('[data-handle]').evaluateAll((all) => all.map((one) => one.dataset['handle']))
  await dialog.getByLabel('New category').fill('Gift sets')
  await dialog.getByLabel('New category').press('Enter')
  await dialog.locator('[data-handle="gift-sets"]').focus()
  const before = await grips()
  await page.keyboard.press('ArrowUp')
  await expect.poll(grips).toEqual([...before.slice(0, -2), 'gift-sets', ...before.slice(-2, -1)])
  await expect
    .poll(() => dialog.locator('[data-handle="gift-sets"]').evaluate((one) => one === document.activeElement))
    .toBe(true)
  const [first = ''] = before
  const parent = dialog.getByLabel('Gift sets, part of')
  await parent.selectOption(first)
  expect(await findings()).toEqual([])
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Categories saved').waitFor()

  await page.getByRole('button', { name: 'Categories…' }).click()
  await expect.poll(() => parent.inputValue()).toBe(first)
  const held = Number.parseInt(await dialog.locator('li .caption').first().innerText(), 10)
  expect(held).toBeGreaterThan(0)
  await dialog.locator('li').first().getByRole('button', { name: /^More/ }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await dialog.getByText('Saving deletes 1 category.').waitFor()
  await dialog.getByText(new RegExp(`${String(held)} products? stays?, without a category`)).waitFor()
  await page.setViewportSize({ width: 320, height: 640 })
  await expect.poll(() => widerThanScreen(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.getByRole('button', { name: 'Categories…' }).click()
  await expect.poll(() => parent.inputValue()).toBe('')
  await page.keyboard.press('Escape')
})

test('in Chinese, and on the narrowest screen, everything is there', async () => {
  await page.setViewportSize({ width: 320, height: 568 })
  await page.evaluate(() => {
    localStorage.setItem('shopbell.locale', 'zh-CN')
  })
  await stage.open('products')
  await page.getByRole('heading', { name: '优先推荐' }).waitFor()
  await rowOf('JAR-1').waitFor()
  await expect.poll(() => widerThanScreen(page)).toEqual([])
  expect(await findings()).toEqual([])
  await page.getByRole('button', { name: '导入…' }).click()
  await page.getByRole('dialog').waitFor()
  await expect.poll(() => widerThanScreen(page)).toEqual([])
})

test('the browser had nothing to complain about', () => {
  expect(stage.complaints).toEqual([])
})
