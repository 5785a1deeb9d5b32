import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings } from './axe-findings.ts'
import { becomeOwner, type ConsoleStage, openConsoleStage } from './console-stage.ts'

/** What is chosen holds from the shop's next midnight, so time stands still well before one. */
const AT = Date.parse('2026-03-10T04:00:00Z')
let stage: ConsoleStage

beforeAll(async () => {
  stage = await openConsoleStage({ clock: { now: () => AT } })
  await stage.context.clock.setFixedTime(AT)
  await becomeOwner(stage)
  await stage.page.getByRole('link', { name: 'Reception' }).click()
  await stage.page.getByRole('link', { name: 'Rule book' }).click()
  await stage.page.getByRole('heading', { name: 'Rule book', exact: true }).waitFor()
})
afterAll(() => stage.close())

const button = (name: string) => stage.page.getByRole('button', { name, exact: true })
const book = (name: string) => stage.page.getByRole('radio', { name: new RegExp(`^${name}`) })
const changes = () => stage.page.getByRole('region', { name: 'What changes' })
const cell = (row: string) => stage.page.getByRole('row', { name: new RegExp(`^${row} `) })

/** What the page says of each rule book that held or will. */
const days = () => stage.page.getByRole('region', { name: 'Rule books by day' }).getByRole('listitem')

const axe = () => axeFindings(stage.page)

test('the rule books stand side by side in words, and the one in use says so (PRF-01)', async () => {
  const greeting = cell('Greeting').first()
  await greeting.getByText('Greets on the first message after 30 days without contact').waitFor()
  await greeting.getByText('Greets when the chat is first opened on a day').first().waitFor()
  await stage.page.getByText('These count as a reply: opening line, answer to a question').first().waitFor()
  expect(await book('Marketplace').isChecked()).toBe(true)
  await stage.page.getByText('in use', { exact: true }).waitFor()
  await changes().getByText('Nothing: this is the rule book in use.').waitFor()
  expect(await axe()).toEqual([])
})

test('another one is chosen by keyboard, shows what changes, and starts tomorrow (PRF-02)', async () => {
  const { page } = stage
  await book('Marketplace').focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => book('Alibaba').isChecked()).toBe(true)
  await changes().getByText('Now: Greets when the chat is first opened on a day').waitFor()
  await changes().getByText('Then: Greets on the first message after 30 days without contact').waitFor()
  await button('Save').click()
  await page.getByText(/^Saved\. It holds from tomorrow, 00:00 \(/).waitFor()
  await page.getByText(/^Alibaba holds from tomorrow, 00:00 \(.*Until then Marketplace goes on\.$/).waitFor()
  await days()
    .first()
    .getByText(/^From /)
    .waitFor()
  await days()
    .first()
    .getByText(/^Chosen .* by .+\.$/)
    .waitFor()
  await days().nth(1).getByText('From the beginning on').waitFor()
  await page.reload()
  await page.getByText('coming', { exact: true }).waitFor()
  await expect.poll(() => book('Alibaba').isChecked()).toBe(true)
})

test('and is taken back before', async () => {
  await button('Keep Marketplace').click()
  await stage.page.getByText('Marketplace stays in use.').waitFor()
  await expect.poll(() => book('Marketplace').isChecked()).toBe(true)
  expect(await stage.page.getByText('coming', { exact: true }).count()).toBe(0)
  await expect.poll(() => days().count()).toBe(1)
})

test('a custom one is changed in place; what cannot be is named, and what the draft breaks is told', async () => {
  const { page } = stage
  await book('Custom').check()
  await page.getByLabel('Based on', { exact: true }).selectOption({ label: 'Alibaba' })
  const days = page.getByRole('spinbutton', { name: 'Days without contact' })
  await days.fill('0')
  await page.getByText('Give a number from 1 to 365.').first().waitFor()
  await days.fill('14')
  await changes().getByText('Then: Greets on the first message after 14 days without contact').waitFor()
  await page.getByLabel('Created', { exact: true }).fill('1')
  await page.getByText('More are on than created.').first().waitFor()
  await page.getByLabel('On', { exact: true }).fill('1')
  await changes()
    .getByText(/^The draft of your flow breaks \d+ limits of this rule book/)
    .waitFor()
  await page.getByRole('checkbox', { name: 'busy reply' }).check()
  await changes().getByText('Then: These count as a reply: busy reply').waitFor()
  expect(await axe()).toEqual([])
  await button('Save').click()
  await page.getByText(/^Saved\. It holds from tomorrow/).waitFor()
  await page.reload()
  await expect
    .poll(() => page.getByRole('spinbutton', { name: 'Days without contact' }).inputValue())
    .toBe('14')
  await expect.poll(() => page.getByRole('checkbox', { name: 'busy reply' }).isChecked()).toBe(true)
})

test('whoever chose in between is not overwritten', async () => {
  const { page, context } = stage
  const other = await context.newPage()
  await other.goto(page.url())
  await other.getByRole('radio', { name: /^Pinduoduo/ }).check()
  await other.getByRole('button', { name: 'Save', exact: true }).click()
  await other.getByText(/^Saved\. It holds/).waitFor()
  await other.close()
  await book('Alibaba').check()
  await button('Save').click()
  await page.getByText('Somebody else saved these settings meanwhile').waitFor()
  await button('Show theirs').click()
  await expect.poll(() => book('Pinduoduo').isChecked()).toBe(true)
})

test.for(['light', 'dark'] as const)(
  'a phone of 320 pixels in %s shows one rule book at a time',
  async (theme) => {
    const { page } = stage
    await page.evaluate((chosen) => (document.documentElement.dataset['theme'] = chosen), theme)
    await page.setViewportSize({ width: 320, height: 640 })
    await cell('Greeting').first().waitFor()
    const wider = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    await expect.poll(wider).toBeLessThanOrEqual(0)
    await book('Custom').check()
    await page.getByRole('spinbutton', { name: 'Days without contact' }).waitFor()
    await expect.poll(wider).toBeLessThanOrEqual(0)
    expect(await axe()).toEqual([])
    await button('Discard').click()
    expect(stage.complaints).toEqual([])
  },
)
