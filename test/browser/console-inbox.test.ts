import { ConversationList } from '@shopbell/protocol'
import type { WebSocketRoute } from 'playwright-core'
import { Parse } from 'typebox/value'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../tools/eventually.ts'
import { becomeOwner, openConsoleStage, type ConsoleStage } from './console-stage.ts'
import { enterDemoShop, type DemoBuyer } from './demo-buyer.ts'
import { holdToast } from './hold-toast.ts'

let stage: ConsoleStage
let buyer: DemoBuyer

beforeAll(async () => {
  stage = await openConsoleStage()
  await becomeOwner(stage)
  buyer = await enterDemoShop(stage.shop.url)
})
afterAll(() => stage.close())

const log = () => stage.page.getByRole('log')
/** How much of each conversation nobody of the shop has seen, as the server has it. */
async function unreadOfAll(): Promise<readonly number[]> {
  const answer = await stage.page.request.get(`${stage.shop.url}/api/v1/conversations`)
  return Parse(ConversationList, await answer.json()).conversations.map(({ unread }) => unread)
}
const composer = () => stage.page.getByRole('textbox', { name: /^Reply to/ })

test('a conversation with the robot stands under All, one that waits for a person comes up by itself', async () => {
  const { page } = stage
  await page.getByText('Nobody waits.').waitFor()
  await buyer.answerQuestions()
  await page.getByRole('link', { name: /waits 1 min/ }).waitFor()
  await buyer.write('Can I talk about a custom lid?')
  const row = page.getByRole('link', { name: /custom lid/ })
  await row.waitFor()
  await page.getByRole('link', { name: 'Inbox 1 buyer waits' }).waitFor()
  await row.click()
  await log().getByText('Can I talk about a custom lid?').waitFor()
})

test('the robot’s words stand in one dashed burst that says so; the buyer’s do not', async () => {
  const burst = log().getByRole('article').filter({ hasText: 'Automatic answer' }).first()
  await burst.getByText('you reached Harbor Steel Ware').waitFor()
  await burst.getByText('Which size do you need?').waitFor()
  await expect.poll(() => burst.locator('[data-seq]').count()).toBe(4)
  const own = log().getByRole('article').filter({ hasText: 'custom lid' })
  expect(await own.textContent()).not.toContain('Automatic answer')
})

test('words arrive live, in order, and typing shows', async () => {
  // Typing is told to whoever looks at that moment, and kept for nobody.
  await eventually(async () => {
    buyer.send({ type: 'typing' })
    expect(await log().getByText('is writing…').count()).toBe(1)
  })
  await buyer.write('first')
  await buyer.write('second')
  await log().getByText('second', { exact: true }).waitFor()
  const said = await log()
    .locator('[data-seq]')
    .evaluateAll((all) => all.map((one) => Number(one.getAttribute('data-seq'))))
  expect(said).toEqual(said.map((_, index) => index + 1))
})

test('what is on the screen is read', async () => {
  await buyer.write('Are you still there?')
  await log().getByText('Are you still there?').waitFor()
  await expect.poll(unreadOfAll).toEqual([0])
  await stage.page.reload()
  await log().getByText('Are you still there?').waitFor()
  await expect.poll(() => stage.page.getByText(/\d unread/).count()).toBe(0)
})

test('a line that breaks comes back by itself and brings what was missed, once', async () => {
  const { page } = stage
  const lines: WebSocketRoute[] = []
  const spoken = Promise.withResolvers<undefined>()
  await page.routeWebSocket(/v1\/console/, async (line) => {
    lines.push(line)
    // The second line is up when something was missed, however soon the browser tries.
    if (lines.length > 1) await spoken.promise
    line.connectToServer()
  })
  await page.reload()
  await page.getByText('Connected').waitFor()
  await lines[0]?.close({ code: 4503 })
  await page.getByText('No connection. Trying again.').waitFor()
  await buyer.write('said into the gap')
  spoken.resolve(undefined)
  await page.getByText('Connected').waitFor()
  await log().getByText('said into the gap').waitFor()
  await buyer.write('said after the gap')
  await log().getByText('said after the gap').waitFor()
  expect(await log().getByText('said into the gap').count()).toBe(1)
  expect(lines).toHaveLength(2)
})

test('an answer to a smart question stands in the buyer’s pane at once', async () => {
  const other = await enterDemoShop(stage.shop.url)
  await stage.page.getByRole('radio', { name: 'All' }).check({ force: true })
  await stage.page.getByRole('link', { name: /Which size/ }).click()
  await stage.page.getByText('Nothing collected yet.').waitFor()
  await other.write('750 ml')
  const answers = stage.page.getByRole('complementary', { name: 'About this buyer' })
  await answers.getByText('750 ml').waitFor()
  await answers
    .getByText(/Reminder at \d\d:\d\d|Moves on at \d\d:\d\d/)
    .first()
    .waitFor()
  other.drop()
})

test('a reply by keyboard alone reaches the buyer, and the robot is silent from then on', async () => {
  const { page } = stage
  await stage.open('inbox')
  await page.getByRole('link', { name: /after the gap/ }).waitFor()
  await page.keyboard.press('j')
  await log().getByText('said after the gap').waitFor()
  await page.getByText('Robot stays silent from now on').waitFor()
  await page.keyboard.press('r')
  await eventually(async () =>
    expect(await composer().evaluate((field) => field === document.activeElement)).toBe(true),
  )
  await page.keyboard.type('Yes, we make lids. J, K and R are only letters here.')
  await page.keyboard.press('Enter')
  const { content } = await buyer.nextFromPerson()
  expect(content).toEqual({ kind: 'text', text: 'Yes, we make lids. J, K and R are only letters here.' })
  await page.getByText('With you').first().waitFor()

  const before = buyer.frames.length
  await buyer.write('Great, thank you.')
  await log().getByText('Great, thank you.').waitFor()
  const since = buyer.frames.slice(before)
  expect(since.filter((frame) => frame.type === 'message' && frame.author === 'robot')).toEqual([])
  // The thread says why.
  await log().getByText('A person speaks now, so the robot stays silent.').waitFor()
})

test('unsent words wait while another conversation is open, and through a reload', async () => {
  const { page } = stage
  await composer().fill('half a sent')
  await page.reload()
  await expect.poll(() => composer().inputValue()).toBe('half a sent')
  await composer().fill('')
})

test('a reply that does not get through stays with its reason, and is stored once when sent again', async () => {
  const { page } = stage
  await page.route('**/replies', (route) => route.abort())
  await composer().fill('Is this there?')
  await composer().press('Enter')
  await log().getByText('Not sent. No answer from the server').waitFor()
  await page.unroute('**/replies')

  // Now the first answer is lost on its way back, after the server has stored the reply.
  let requests = 0
  await page.route('**/replies', async (route) => {
    requests += 1
    const response = await route.fetch()
    await (requests === 1 ? route.abort() : route.fulfill({ response }))
  })
  await log().getByRole('button', { name: 'Send again' }).click()
  await buyer.nextFromPerson()
  await expect.poll(() => requests).toBe(2)
  await expect.poll(() => log().getByText('Is this there?').count()).toBe(1)
  await page.unroute('**/replies')
  expect(
    buyer.frames.filter(
      (frame) => frame.type === 'message' && JSON.stringify(frame).includes('Is this there?'),
    ),
  ).toHaveLength(1)
})

test('given back, the robot answers again', async () => {
  const { page } = stage
  await page.getByRole('button', { name: 'Give back to the robot' }).click()
  await log().getByText('Given back to the robot').waitFor()
  await buyer.tap('moq')
  const answer = await buyer.next('message', ({ kind }) => kind === 'faq_answer')
  expect(answer.author).toBe('robot')
  await log().getByText('Automatic answer to “MOQ?”').waitFor()
})

test('closing can be taken back', async () => {
  const { page } = stage
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await holdToast(page, 'Closed. The robot is silent')
  await log().getByText('Conversation closed').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('Robot answers').first().waitFor()
})

test('what is closed moves to Closed', async () => {
  const { page } = stage
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await page.getByText('This conversation is closed.').waitFor()
  await stage.open('inbox?view=closed')
  await page.getByRole('link', { name: /Closed/ }).waitFor()
})

test('another store’s conversation, or none, is not there', async () => {
  await stage.open('inbox/no-such-conversation')
  await stage.page.getByText('This does not exist, or is not yours.').waitFor()
})

test('the browser had nothing to complain about', () => {
  expect(stage.complaints).toEqual([])
})
