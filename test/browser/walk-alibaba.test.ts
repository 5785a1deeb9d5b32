import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Chat } from './widget/widget-stage.ts'
import { chooseRuleBook, openWalkStage, type WalkStage } from './walk-stage.ts'

// Alibaba's reception from end to end, with everything set in the console: one test, because each day stands on the one before.

const GREETING = 'Hello and welcome, you reached Harbor Steel Ware.'
const LIST = 'You can tap a question at any time:'

let stage: WalkStage
beforeAll(async () => {
  stage = await openWalkStage('2026-03-02 10:00')
})
afterAll(() => stage.close())

const button = (name: string) => stage.page.getByRole('button', { name, exact: true })
const inOrder = (places: readonly number[]) => [...places].sort((a, b) => a - b)
const greetings = (chat: Chat) => chat.panel.locator('.bubble').filter({ hasText: GREETING }).count()

test('only a message is greeted, after thirty quiet days, within the robot’s hours, and a person goes on', async () => {
  const { page } = stage
  // Monday: the rule book for tomorrow, the robot's hours, the products in their order.
  await chooseRuleBook(stage, 'Alibaba')
  await giveHours()
  await pinCampFirst()

  const today = await (await stage.openBuyer()).visit(`${stage.url}/demo/`)
  await today.open()
  await today.log.getByText(GREETING).first().waitFor()

  // Tuesday: Alibaba's rules. Opening the chat says nothing; the first message gets all four parts, in order.
  await stage.goTo('2026-03-03 10:00')
  const buyer = await stage.openBuyer()
  const chat = await buyer.visit(`${stage.url}/demo/`)
  await chat.open()
  await chat.write('Hello, I look for bottles')
  await chat.greeted()
  const log = await chat.log.innerText()
  const parts = [
    'Hello, I look for bottles',
    GREETING,
    'Bottles brands order most:',
    LIST,
    'Which size do you need?',
  ]
  expect(parts.map((words) => log.indexOf(words))).toEqual(inOrder(parts.map((words) => log.indexOf(words))))
  expect(log).toContain(GREETING)

  // The list is tapped in between; three questions are answered; a person is called.
  await chat.button('MOQ?').click()
  await chat.log.getByText('500 pieces per colour.').first().waitFor()
  await chat.button('750 ml').click()
  await chat.log.getByText('How many pieces?').first().waitFor()
  await chat.write('300')
  await chat.log.getByText('How shall we put your logo on?').first().waitFor()
  await chat.write('Laser')
  await chat.log.getByText('Thank you. We noted:').first().waitFor()

  // The agent's follow-up, with what was collected at hand.
  await stage.comeBack('inbox')
  await page
    .getByRole('link', { name: /Visitor \w/ })
    .first()
    .click()
  await page.getByRole('log').getByText('Which size do you need? 750 ml').waitFor()
  const composer = page.getByRole('textbox', { name: /^Reply to/ })
  await composer.fill('Good morning, 300 pieces are ready in 20 days.')
  await composer.press('Control+Enter')
  await chat.message('Good morning, 300 pieces are ready in 20 days.').waitFor()
  const conversation = new URL(page.url()).pathname.replace('/console/', '')

  // Twenty-nine days later: no greeting, and the console says why.
  await stage.goTo('2026-04-01 10:00')
  await chat.write('One more question')
  await chat.log.getByText('A person will answer you here.').first().waitFor()
  expect(await greetings(chat)).toBe(1)
  await stage.comeBack(conversation)
  await page.getByText('No greeting: you were in touch 29 days ago.').waitFor()

  // Thirty quiet days after that one, in the night: the robot is off. In the morning of the next working day it greets.
  await stage.goTo('2026-05-01 08:59')
  await chat.write('Is anybody there?')
  await chat.stored('Is anybody there?')
  const other = await (await stage.openBuyer()).visit(`${stage.url}/demo/`)
  await other.open()
  await other.write('Anybody?')
  await other.log.getByText('A person will answer you here.').first().waitFor()
  expect(await greetings(other)).toBe(0)
  await stage.goTo('2026-05-01 09:00')
  const early = await (await stage.openBuyer()).visit(`${stage.url}/demo/`)
  await early.open()
  await early.write('Good morning')
  await early.greeted()

  await stage.goTo('2026-06-02 10:00')
  await chat.write('Hello again')
  await expect.poll(() => greetings(chat)).toBe(2)
  expect(stage.complaints).toEqual([])
})

/** From nine to six on the days of the week that this story is about. */
const DAYS = ['Mon', 'Tue', 'Wed', 'Fri']

async function giveHours(): Promise<void> {
  const { page, url } = stage
  await page.goto(`${url}/console/reception`)
  await page.getByRole('radio', { name: 'My hours' }).check({ force: true })
  for (const [at, day] of DAYS.entries()) {
    await button(`${day}, edit ranges`).first().click()
    await button('Add a range').click()
    await page.locator('.row').getByText('09:00 to 18:00').nth(at).waitFor()
  }
  await button('Save').click()
  await page.getByText('Saved. The next buyer message goes by it.').waitFor()
}

async function pinCampFirst(): Promise<void> {
  const { page, url } = stage
  await page.goto(`${url}/console/products`)
  await page.getByRole('button', { name: /^Move Trail 750,/ }).focus()
  await page.keyboard.press('ArrowDown')
  const pins = () =>
    page.locator('ol [data-handle]').evaluateAll((all) => all.map((one) => one.dataset['handle']))
  // Said when the server has it, which the list does not wait for.
  await page.getByText('Trail 750 is number 2 of 3').waitFor({ state: 'attached' })
  await page.reload()
  await expect.poll(pins).toEqual(['CAMP-500', 'TRAIL-750', 'SLIM-1L'])
}
