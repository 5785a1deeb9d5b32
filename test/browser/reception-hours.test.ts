import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBuyer } from '../tools/raw-buyer.ts'
import { atRest, boxOf } from './at-rest.ts'
import { becomeOwner, type ConsoleStage, openConsoleStage } from './console-stage.ts'

let stage: ConsoleStage

beforeAll(async () => {
  stage = await openConsoleStage()
  await becomeOwner(stage)
  await stage.page.getByRole('link', { name: 'Reception' }).click()
  await stage.page.getByRole('heading', { name: 'Hours and holidays' }).waitFor()
})
afterAll(() => stage.close())

const button = (name: string) => stage.page.getByRole('button', { name, exact: true })
const told = () => stage.page.locator('.told')

async function save(): Promise<void> {
  await button('Save').click()
  await stage.page.getByText('Saved. The next buyer message goes by it.').waitFor()
  await button('Save').waitFor({ state: 'hidden' })
}

async function axe(): Promise<readonly string[]> {
  await atRest(stage.page)
  const { violations } = await new AxeBuilder({ page: stage.page }).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

async function tryMoment(date: string, time: string): Promise<void> {
  await stage.page.getByLabel('Date', { exact: true }).fill(date)
  await stage.page.getByLabel(/^Time, /).fill(time)
}

test('a seller gives hours by keyboard alone, and hears what a moment brings', async () => {
  const { page } = stage
  await page.getByRole('radio', { name: 'Always' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.getByLabel('Time zone', { exact: true }).fill('Asia/Shanghai')
  await button('Fri, edit ranges').first().focus()
  await page.keyboard.press('Enter')
  await button('Add a range').press('Enter')
  await page.getByLabel('Friday, range 1 from').fill('18:00')
  await page.getByLabel('Friday, range 1 until').fill('09:00')
  await page.getByText('next day').waitFor()
  await page.getByText('18:00, to Sat 09:00').first().waitFor()
  await tryMoment('2026-05-09', '08:59')
  await expect.poll(() => told().innerText()).toContain('Robot receives. Saturday in the week says so.')
  await expect.poll(() => told().innerText()).toMatch(/It goes off Sat, May 9, 09:00/)
  await expect.poll(() => told().innerText()).toMatch(/02:59 for a buyer in Europe\/Berlin/)
  await tryMoment('2026-05-09', '09:00')
  await expect.poll(() => told().innerText()).toContain('Robot is silent.')
  await save()
})

test('dragging across a day adds a range, and a press opens the day', async () => {
  const { page } = stage
  const row = page.locator('.row').nth(2)
  const { x, y, width, height } = await boxOf(row)
  await page.mouse.move(x + width / 2, y + height / 2)
  await page.mouse.down()
  await page.mouse.move(x + width * 0.6, y + height / 2, { steps: 4 })
  await page.mouse.move(x + width * 0.75, y + height / 2, { steps: 4 })
  await page.mouse.up()
  await row.getByText('12:00 to 18:00').waitFor()
  await page.mouse.click(x + width * 0.1, y + height / 2)
  await expect.poll(() => page.getByLabel('Wednesday, range 1 from').inputValue()).toBe('12:00')
})

test('a holiday wins over the week, and the page keeps all after it was saved', async () => {
  const { page } = stage
  await button('Add dates').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Spring Festival')
  await dialog.getByLabel('Through').fill('2027-02-17')
  await dialog.getByLabel('From').fill('2027-02-04')
  await expect.poll(() => dialog.getByLabel('Through').inputValue()).toBe('2027-02-17')
  expect(await axe()).toEqual([])
  await dialog.getByRole('button', { name: 'Done' }).click()
  await tryMoment('2027-02-06', '22:10')
  await expect.poll(() => told().innerText()).toContain('Spring Festival wins over the week.')
  await save()
  await page.reload()
  await page.getByRole('row', { name: /Spring Festival.*All day.*Closed.*Sales 1/ }).waitFor()
  await page.locator('.row').nth(2).getByText('12:00 to 18:00').waitFor()
})

test('outside office hours is what the office leaves, and the chat then says when people are back', async () => {
  const { page } = stage
  await button('Set office hours').click()
  await button('Outside office hours').click()
  await page.locator('.row').first().getByText('18:00, to Tue 09:00').waitFor()
  // Open for one minute a week: whenever this runs, nobody is there.
  for (const day of ['Mon', 'Tue', 'Wed', 'Thu', 'Fri']) {
    await button(`${day}, edit ranges`).nth(1).click()
    await button('Remove 09:00 to 18:00').click()
  }
  await button('Sun, edit ranges').nth(1).click()
  await button('Add a range').click()
  await page.getByLabel('Sunday, range 1 until').fill('09:01')
  await save()
  const buyer = await openBuyer(stage.shop.url)
  const { reception } = await buyer.hello()
  expect(reception.open).toBe(false)
  expect(new Date(reception.opensAt ?? 0).toISOString()).toMatch(/T01:00:00\.000Z$/)
})

test('switched off, the robot greets nobody', async () => {
  await stage.page.getByRole('radio', { name: 'Off' }).check({ force: true })
  await save()
  await stage.page.getByText('Robot off', { exact: true }).waitFor()
  const buyer = await openBuyer(stage.shop.url)
  await buyer.hello()
  buyer.send({ type: 'enter', entry: 'store_home' })
  const stored = await buyer.say('hourslane.1', 'Hello')
  expect(stored.type).toBe('stored')
  const { author } = await buyer.next('message', ({ author: by }) => by !== 'buyer')
  expect(author).toBe('system')
})

test('whoever saved in between is not overwritten', async () => {
  const { page, context } = stage
  const other = await context.newPage()
  await other.goto(page.url())
  await other.getByRole('radio', { name: 'Always' }).check({ force: true })
  await other.getByRole('button', { name: 'Save', exact: true }).click()
  await other.getByText('Saved. The next buyer message goes by it.').waitFor()
  await other.close()
  await page.getByRole('radio', { name: 'My hours' }).check({ force: true })
  await button('Save').click()
  await page.getByText('Somebody else saved these settings meanwhile').waitFor()
  await button('Show theirs').click()
  await expect.poll(() => page.getByRole('radio', { name: 'Always' }).isChecked()).toBe(true)
})

test('a phone of 320 pixels shows it all without scrolling sideways', async () => {
  const { page } = stage
  await page.setViewportSize({ width: 320, height: 640 })
  await page.getByRole('radio', { name: 'My hours' }).check({ force: true })
  await page.locator('.row').first().waitFor()
  const wider = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  await expect.poll(wider).toBeLessThanOrEqual(0)
  expect(await axe()).toEqual([])
  expect(stage.complaints).toEqual([])
})
