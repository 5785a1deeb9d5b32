import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBuyer } from '../tools/raw-buyer.ts'
import { boxOf } from './at-rest.ts'
import { axeFindings } from './axe-findings.ts'
import { becomeOwner, type ConsoleStage, openConsoleStage } from './console-stage.ts'
import { holdToast } from './hold-toast.ts'

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

const axe = () => axeFindings(stage.page)

async function tryMoment(date: string, time: string): Promise<void> {
  await stage.page.getByLabel('Date', { exact: true }).fill(date)
  await stage.page.getByLabel(/^Time, /).fill(time)
}

test('a seller gives hours by keyboard alone, and hears what a moment brings', async () => {
  const { page } = stage
  // Nobody has said when people are there, so nothing says that they are.
  await expect.poll(() => told().innerText()).toContain('Robot receives. It is always on.')
  expect(await told().innerText()).toContain('Nobody has said when people are there')
  await page.getByRole('radio', { name: 'Always' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.getByLabel('Time zone', { exact: true }).fill('Asia/Shanghai')
  await button('Fri, edit ranges').first().focus()
  await page.keyboard.press('Enter')
  await button('Add a range').press('Enter')
  await page.getByLabel('Friday, range 1 from').fill('18:00')
  await page.getByLabel('Friday, range 1 until').fill('09:00')
  await page.getByText('next day, 15 h').waitFor()
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

test('a range follows its edge, its keys and its copy', async () => {
  const { page } = stage
  const row = page.locator('.row').nth(2)
  const bar = (words: string) => page.getByRole('button', { name: `Wednesday, ${words}`, exact: true })
  const { x, y, width, height } = await boxOf(bar('12:00 to 18:00'))
  const perHour = (await boxOf(row)).width / 24
  await page.mouse.move(x + width - 3, y + height / 2)
  await page.mouse.down()
  await page.mouse.move(x + width + perHour, y + height / 2, { steps: 3 })
  await page.mouse.move(x + width + perHour * 2, y + height / 2, { steps: 3 })
  await page.mouse.up()
  await bar('12:00 to 20:00').press('ArrowLeft')
  await bar('11:30 to 19:30').press('Shift+ArrowLeft')
  await bar('11:30 to 19:00').press('Shift+ArrowRight')
  await bar('11:30 to 19:30').press('ArrowRight')
  await bar('12:00 to 20:00').press('Enter')
  await expect
    .poll(() => page.getByLabel('Wednesday, range 1 from').evaluate((it) => it.matches(':focus')))
    .toBe(true)
  await button('Add a range').click()
  await page.getByLabel('Wednesday, range 2 from').fill('19:00')
  await page.getByText('Ranges overlap and hold as one: 12:00 to 22:00.').waitFor()
  await button('Make them one').click()
  await page.getByLabel('Wednesday, range 1 until').fill('18:00')
  await button('Copy Wednesday to…').press('Enter')
  await page.getByRole('menuitem', { name: 'Thursday' }).press('Enter')
  const copied = page.getByRole('button', { name: 'Thursday, 12:00 to 18:00', exact: true })
  await copied.press('Delete')
  await copied.waitFor({ state: 'detached' })
  await expect
    .poll(() =>
      button('Thu, edit ranges')
        .first()
        .evaluate((it) => it.matches(':focus')),
    )
    .toBe(true)
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
  // A side that goes by no week has nothing that a date could differ from, and the page says so.
  await page.getByText('For people these dates hold once office hours are set.').waitFor()
  const robotIdle = page.getByText('For the robot these dates hold only with My hours.')
  expect(await robotIdle.count()).toBe(0)
  await page.getByRole('radio', { name: 'My hours' }).press('ArrowLeft')
  await robotIdle.waitFor()
  await page.getByRole('radio', { name: 'Always' }).press('ArrowRight')
  await robotIdle.waitFor({ state: 'detached' })
  await save()
  await page.reload()
  await page.getByRole('row', { name: /Spring Festival.*All day.*Closed.*Sales 1/ }).waitFor()
  await page.locator('.row').nth(2).getByText('12:00 to 18:00').waitFor()
})

test('holidays come from a calendar file, after a look at them', async () => {
  const { page } = stage
  const entry = (date: string, name: string) => `BEGIN:VEVENT\nDTSTART:${date}\nSUMMARY:${name}\nEND:VEVENT`
  const calendar = (...entries: readonly string[]) => ({
    ...{ name: 'holidays.ics', mimeType: 'text/calendar' },
    buffer: Buffer.from(['BEGIN:VCALENDAR', ...entries, 'END:VCALENDAR'].join('\n')),
  })
  // The months after next are ahead whenever this runs.
  const { year, month } = { year: new Date().getUTCFullYear() + 1, month: '05' }
  await button('Import .ics').press('Enter')
  const dialog = page.getByRole('dialog')
  const chooser = dialog.getByLabel(/^Calendar file/)
  // Beside the page, which goes on while a large file is read.
  const reader = page.waitForEvent('worker', (one) => one.url().includes('calendar-worker'))
  await chooser.setInputFiles(calendar(entry('20270230', 'Broken')))
  await reader
  await dialog.getByText('Nothing was read, because of line 3. There is no such day.').waitFor()
  const days = Array.from({ length: 3 }, (_, at) =>
    entry(`${String(year)}${month}0${String(at + 1)}`, 'Labour Day'),
  )
  const fair = entry(`${String(year)}${month}20\nRRULE:FREQ=YEARLY;COUNT=1`, 'Town fair')
  await chooser.setInputFiles(calendar(...days, fair))
  await dialog.getByText('2 dates from holidays.ics.').waitFor()
  expect(await axe()).toEqual([])
  await dialog.getByRole('checkbox', { name: /Town fair/ }).uncheck()
  await dialog.getByRole('button', { name: 'Add 1 date' }).click()
  await holdToast(page, '1 date added.')
  await page.getByRole('row', { name: /1 – 3.*Labour Day.*All day.*Closed.*not saved/ }).waitFor()
  await save()
  await button('Import .ics').click()
  await chooser.setInputFiles(calendar(...days))
  await dialog.getByText('1 date from holidays.ics. 1 already there.').waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => button('Import .ics').evaluate((one) => one === document.activeElement)).toBe(true)
})

test('outside office hours is what the office leaves, and the chat then says when people are back', async () => {
  const { page } = stage
  await button('Set office hours').click()
  await button('Outside office hours').click()
  await page.locator('.row').first().getByText('18:00, to Tue 09:00').waitFor()
  // Open for one minute a week, and not today: whenever this runs, nobody is there.
  const today = new Intl.DateTimeFormat('en', { timeZone: 'Asia/Shanghai', weekday: 'long' }).format()
  const open = today === 'Sunday' ? 'Saturday' : 'Sunday'
  for (const day of ['Mon', 'Tue', 'Wed', 'Thu', 'Fri']) {
    await button(`${day}, edit ranges`).nth(1).click()
    await button('Remove 09:00 to 18:00').click()
  }
  await button(`${open.slice(0, 3)}, edit ranges`)
    .nth(1)
    .click()
  await button('Add a range').click()
  await page.getByLabel(`${open}, range 1 until`).fill('09:01')
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
  const wednesday = page.locator('.grid .words').nth(2)
  await expect.poll(() => wednesday.innerText()).toBe('until 09:00 · 18:00, to Thu 09:00')
  expect(await page.locator('.row').first().isVisible()).toBe(false)
  await button('Wed, edit ranges').first().click()
  await page.getByLabel('Wednesday, range 2 from').fill('17:30')
  await expect.poll(() => wednesday.innerText()).toBe('until 09:00 · 17:30, to Thu 09:00')
  const wider = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  await expect.poll(wider).toBeLessThanOrEqual(0)
  expect(await axe()).toEqual([])
  expect(stage.complaints).toEqual([])
})
