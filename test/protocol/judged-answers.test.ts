import { ConversationDetail, JudgedQuestions } from '@shopbell/protocol'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../tools/eventually.ts'
import { ask } from './console-stage/ask.ts'
import { arriveAsBuyer, type Buyer } from './console-stage/buyer.ts'
import { openConsole } from './console-stage/console-client.ts'
import { type ConsoleStage, openConsoleStage } from './console-stage/open-console-stage.ts'
import { openStaffedShop, type StaffedShop } from './console-stage/open-staffed-shop.ts'
import { openTalkingShop } from './console-stage/open-talking-shop.ts'

let stage: ConsoleStage
let shop: StaffedShop

beforeAll(async () => {
  stage = await openConsoleStage()
  shop = await openTalkingShop(stage)
})
afterAll(() => stage.close())

/** A buyer with the list, and the seq of the robot's answer to a tap on it. */
async function answered(): Promise<{
  readonly buyer: Buyer
  readonly answer: number
  readonly list: number
}> {
  const buyer = await arriveAsBuyer(stage, shop.storeId)
  await buyer.enter()
  await buyer.say('Hello')
  const list = buyer.shown().find(({ kind }) => kind === 'faq_list')
  if (list?.content.kind !== 'choices') throw new Error('The sample brings no list.')
  const option = list.content.options[0]?.id ?? ''
  await buyer.send({ kind: 'choice', message: list.seq, option })
  const answer = buyer.shown().findLast(({ kind }) => kind === 'faq_answer')
  if (answer === undefined) throw new Error('The tap was not answered.')
  return { buyer, answer: answer.seq, list: list.seq }
}

const detail = async (conversation: string) =>
  (await ask(stage, 'GET', `/conversations/${conversation}`, { cookie: shop.owner })).as(ConversationDetail)
const counted = async () =>
  (await ask(stage, 'GET', '/answers/judged', { cookie: shop.owner })).as(JudgedQuestions).questions
const judgedBy = ({ heard }: Buyer) =>
  heard.flatMap((frame) => (frame.type === 'judged' ? [[frame.message, frame.solved]] : []))

test('what a buyer says of an answer is stored once, changes, and is counted by question (FAQ-17)', async () => {
  const { buyer, answer } = await answered()
  const before = await detail(buyer.conversation)
  expect(before.messages.find(({ seq }) => seq === answer)).not.toHaveProperty('solved')
  expect(await counted()).toEqual([])

  const console = await openConsole(stage, shop.owner)
  console.say({ type: 'watch', conversation: buyer.conversation, after: answer })
  await console.nextOf('answers')
  expect(await buyer.judge(answer, true)).toBe(null)
  expect(await buyer.judge(answer, true)).toBe(null)
  const live = await console.next((frame) => frame.type === 'judged')
  expect(live).toEqual({ type: 'judged', conversation: buyer.conversation, seq: answer, solved: true })
  console.leave()
  const question = buyer.shown().find(({ seq }) => seq === answer - 1)?.content
  expect(await counted()).toMatchObject([
    { question: question?.kind === 'text' ? question.text : '', solved: 1, unsolved: 0 },
  ])

  expect(await buyer.judge(answer, false)).toBe(null)
  const after = await detail(buyer.conversation)
  expect(after.messages.find(({ seq }) => seq === answer)).toMatchObject({ solved: false })
  expect(await counted()).toMatchObject([{ solved: 0, unsolved: 1 }])
  await eventually(() => expect(judgedBy(buyer).at(-1)).toEqual([answer, false]))

  // It is no contact and no step: nothing else of the conversation moved.
  expect(after.messages).toHaveLength(before.messages.length)
  expect(after.conversation).toEqual(before.conversation)
})

test('of what is no answer of the robot to this buyer nothing can be said (FAQ-17, FAQ-16)', async () => {
  const { buyer, answer, list } = await answered()
  const other = await arriveAsBuyer(stage, shop.storeId)
  for (const seq of [list, answer - 1, 999]) expect(await buyer.judge(seq, true)).toBe('NOT_HELD')
  expect(await other.judge(answer, true)).toBe('NOT_HELD')
  const { messages } = await detail(buyer.conversation)
  expect(messages.filter((message) => 'solved' in message)).toEqual([])
})

test('another store counts its own, and an erased buyer’s word goes with them (FAQ-17)', async () => {
  const { buyer, answer } = await answered()
  await buyer.judge(answer, true)
  const elsewhere = await openStaffedShop(stage)
  const theirs = await ask(stage, 'GET', '/answers/judged', { cookie: elsewhere.owner })
  expect(theirs.as(JudgedQuestions)).toEqual({ questions: [] })

  const solvedBefore = (await counted()).reduce((sum, { solved }) => sum + solved, 0)
  await ask(stage, 'DELETE', `/conversations/${buyer.conversation}`, { cookie: shop.owner })
  const solvedAfter = (await counted()).reduce((sum, { solved }) => sum + solved, 0)
  expect([solvedBefore - solvedAfter, await buyer.judge(answer, true)]).toEqual([1, 'NOT_HELD'])
})
