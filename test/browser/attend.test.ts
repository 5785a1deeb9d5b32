import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../tools/eventually.ts'
import { axeFindings } from './axe-findings.ts'
import { openAttendStage, type AttendStage } from './attend-stage.ts'
import { enterDemoShop, type DemoBuyer } from './demo-buyer.ts'

// Two people of one shop, on two servers, and a buyer who wants one of them.

let stage: AttendStage
let mei: Page
let lin: Page
let buyer: DemoBuyer

beforeAll(async () => {
  stage = await openAttendStage()
  ;({ mei, lin } = stage)
  buyer = await enterDemoShop(stage.nodes[0].url)
})
afterAll(() => stage.close())

const self = (page: Page) => page.getByRole('button', { name: /Change$/ })
const take = (page: Page) => page.getByRole('button', { name: 'Take over', exact: true })
const signals = (page: Page) =>
  page.evaluate(() => ({ ...window.signals, shown: window.signals.shown.length }))
const row = (page: Page, text: RegExp) => page.getByRole('link', { name: text })

test('each is online, and nobody was asked for anything', async () => {
  await self(mei).getByText('Owner, online').waitFor()
  await self(lin).getByText('Agent, online').waitFor()
  expect(await signals(mei)).toEqual({ tones: 0, asked: 0, shown: 0 })
})

test('who is busy is seen to be, and stays so through a reload', async () => {
  await self(lin).click()
  await lin.getByRole('menuitemcheckbox', { name: 'Busy' }).click()
  await self(lin).getByText('Agent, busy').waitFor()
  await lin.reload()
  await self(lin).getByText('Agent, busy').waitFor()
})

test('the desktop is asked for by a click, never at load', async () => {
  await mei.goto(`${stage.nodes[0].url}/console/account`)
  const saved = mei.waitForResponse(
    (answer) => answer.url().endsWith('/attendance') && answer.request().method() === 'POST',
  )
  await mei.getByLabel('Desktop notification').click()
  await eventually(async () => expect((await signals(mei)).asked).toBe(1))
  // The browser was asked; that it is wanted is then saved, before a buyer comes.
  await saved
  await expect.poll(() => mei.getByLabel('Desktop notification').getAttribute('aria-checked')).toBe('true')
  await mei.getByRole('link', { name: /^Inbox/ }).click()
  await mei.getByRole('heading', { name: 'Follow up' }).waitFor()
})

test('that a buyer waits is heard and seen by who is free, and only seen by who is busy', async () => {
  await buyer.write('Can I talk to somebody?')
  await buyer.answerQuestions()
  await eventually(async () => {
    const { tones, shown } = await signals(mei)
    expect(tones).toBeGreaterThan(0)
    expect(shown).toBeGreaterThan(0)
  })
  for (const page of [mei, lin]) await eventually(async () => expect(await page.title()).toMatch(/^\(1\) /))
  await expect.poll(() => mei.locator('link[rel=icon]').getAttribute('href')).toContain('bell-waiting.svg')
  expect((await signals(lin)).tones).toBe(0)
})

test('a click on the notification opens the conversation', async () => {
  const said = await mei.evaluate(() => window.signals.shown.map(({ title }) => title))
  expect(said.at(-1)).toMatch(/^Visitor \w+ (waits for a person|wrote|writes to the robot)$/)
  await mei.evaluate(() => {
    window.signals.shown.at(-1)?.click()
  })
  await mei.getByRole('log').waitFor()
  expect(mei.url()).toMatch(/\/inbox\/[\w-]+/)
})

test('each sees that the other looks, and writes', async () => {
  await row(lin, /Visitor/).click()
  await lin.getByText('mei has this open, too').waitFor()
  await mei.getByText('lin has this open, too').waitFor()
  await lin.getByRole('textbox', { name: /^Reply to/ }).pressSequentially('Hello')
  await mei.getByText('lin is writing a reply…').waitFor()
  await buyer.next('typing')
})

test('of two who take it at once one has it, and the other is told who', async () => {
  await take(mei).waitFor()
  await take(lin).waitFor()
  // Neither is sent before both have clicked.
  let waiting = 0
  const bothClicked = Promise.withResolvers<undefined>()
  for (const page of [mei, lin]) {
    await page.route('**/handling', async (route) => {
      waiting += 1
      if (waiting === 2) bothClicked.resolve(undefined)
      await bothClicked.promise
      await route.continue()
    })
  }
  await Promise.all([take(mei).click(), take(lin).click()])
  const told = /^(mei|lin) was first and has this conversation\.$/
  await eventually(async () => {
    const notices = await Promise.all([mei, lin].map((page) => page.getByText(told).count()))
    expect(notices.sort()).toEqual([0, 1])
  })
  const meiWon = (await lin.getByText(told).count()) === 1
  const [winner, loser] = meiWon ? [mei, lin] : [lin, mei]
  await winner.getByText('With you').first().waitFor()
  await loser
    .getByText(meiWon ? 'With mei' : 'With lin')
    .first()
    .waitFor()
  await loser.getByText(/has this conversation\. Your reply joins in\./).waitFor()
  for (const page of [mei, lin]) await page.unrouteAll()
})

test('it is given to a colleague, who is told', async () => {
  if ((await mei.getByText('With you').count()) === 0) {
    await mei.getByRole('button', { name: 'Take over from lin' }).click()
    await mei.getByText('With you').first().waitFor()
  }
  await lin.getByRole('link', { name: /^Flows/ }).click()
  const before = (await signals(lin)).tones
  await mei.getByRole('button', { name: 'Give to…' }).click()
  await mei.getByRole('menuitem', { name: /lin\s*busy/ }).click()
  await mei.getByText('With lin').first().waitFor()
  await eventually(async () => expect((await signals(lin)).tones).toBeGreaterThan(before))
  await lin.getByRole('link', { name: /^Inbox/ }).click()
  await lin.getByText('With you').first().waitFor()
})

test('the answer reaches the buyer, and the agent sees that it was read', async () => {
  await lin.getByRole('radio', { name: 'Mine' }).check({ force: true })
  await row(lin, /Visitor/).click()
  await lin.getByRole('textbox', { name: /^Reply to/ }).fill('Yes, tell me more.')
  await lin.keyboard.press('Enter')
  const { seq } = await buyer.nextFromPerson()
  expect(await lin.getByText('Seen by the buyer').count()).toBe(0)
  buyer.send({ type: 'read', seq })
  await lin.getByText('Seen by the buyer').waitFor()
  await buyer.next('read', ({ by }) => by === 'agent')
})

test('given back, the robot has it; the number goes', async () => {
  await lin.getByRole('button', { name: 'Give back to the robot' }).click()
  await lin.getByText('Robot answers').first().waitFor()
  for (const page of [mei, lin]) await eventually(async () => expect(await page.title()).not.toMatch(/^\(/))
})

test('on a phone a person answers: the list, the thread, the words above the keyboard, and back', async () => {
  await buyer.write('Are you still there?')
  buyer.send({ type: 'send', id: 'phone-lane.1', content: { kind: 'menu', item: 'person' } })
  const phone = await stage.signIn('mei', {
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  })
  await row(phone, /^Visitor .* waits/).tap()
  const box = phone.getByRole('textbox', { name: /^Reply to/ })
  const fits = async () =>
    phone.evaluate(() => {
      const composer = document.querySelector('form.composer')?.getBoundingClientRect()
      return {
        isWhole: composer !== undefined && composer.bottom <= window.innerHeight + 1 && composer.top > 0,
        sideways: document.documentElement.scrollWidth - window.innerWidth,
      }
    })
  await box.waitFor()
  await expect.poll(fits).toEqual({ isWhole: true, sideways: 0 })
  // The keyboard takes a good half of the screen; the page gets what is left (interactive-widget).
  await phone.setViewportSize({ width: 360, height: 360 })
  await expect.poll(fits).toEqual({ isWhole: true, sideways: 0 })
  await box.fill('Yes, from the bus.')
  await phone.getByRole('button', { name: 'Send' }).tap()
  await buyer.next(
    'message',
    ({ content }) => content.kind === 'text' && content.text === 'Yes, from the bus.',
  )
  await phone.setViewportSize({ width: 360, height: 740 })
  expect(await axeFindings(phone)).toEqual([])
  await phone.getByRole('link', { name: 'Back to the list' }).tap()
  await row(phone, /With you/).waitFor()
})
