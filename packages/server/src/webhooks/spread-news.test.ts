import { expect, test } from 'vitest'
import type { NewsRow } from '../store/webhook-news.ts'
import { deliveriesOf } from './spread-news.ts'
import { eventsOfNews } from './events-of-news.ts'

const NEWS: NewsRow = {
  ...{ storeId: 1, id: 9, at: 5, storePublicId: 'harbor', epoch: 'first' },
  ...{ conversationId: 7, conversationPublicId: 'c', revision: 3 },
  ...{ firstSeq: null, lastSeq: null, answers: null },
  ...{ handlingBefore: null, handlingAfter: null, assigneeId: null, flowVersion: null },
}

test('a step is told message by message, then its answers, then who has it', () => {
  const step: NewsRow = {
    ...{ ...NEWS, firstSeq: 4, lastSeq: 5, answers: [[4, 'size']] },
    ...{ handlingBefore: 'robot', handlingAfter: 'waiting' },
  }
  expect(eventsOfNews(step)).toEqual([
    { type: 'message.stored', seq: 4 },
    { type: 'message.stored', seq: 5 },
    { type: 'answer.collected', seq: 4, variable: 'size' },
    { type: 'conversation.handoff', from: 'robot', to: 'waiting', assigneeId: null },
  ])
})

test.for([
  ['given back to the robot is told to nobody', 'human', 'robot', []],
  ['taken by a person is a handoff', 'waiting', 'human', ['conversation.handoff']],
  ['closed is closed', 'robot', 'closed', ['conversation.closed']],
] as const)('%s', ([, handlingBefore, handlingAfter, types]) => {
  expect(eventsOfNews({ ...NEWS, handlingBefore, handlingAfter }).map(({ type }) => type)).toEqual(types)
})

test('a version is told by its number, in a lane of its own', () => {
  const published = {
    ...NEWS,
    conversationId: null,
    conversationPublicId: null,
    revision: null,
    flowVersion: 2,
  }
  const made = deliveriesOf([published], [{ storeId: 1, id: 3, events: ['flow.published'] }])
  expect(made).toMatchObject([{ webhookId: 3, lane: 0, subject: { type: 'flow.published', version: 2 } }])
})

test('an event has one id for all who hear of it, and another one after a backup was brought back', () => {
  const said = { ...NEWS, firstSeq: 4, lastSeq: 4 }
  const webhooks = [3, 4].map((id) => ({ storeId: 1, id, events: ['message.stored' as const] }))
  const ids = (news: NewsRow) => deliveriesOf([news], webhooks).map(({ event }) => event)
  const [one, two] = ids(said)
  expect(one).toMatch(/^evt_[0-9a-f]{32}$/)
  expect(two).toBe(one)
  expect(ids({ ...said, at: 99, id: 10 })).toEqual([one, one])
  for (const other of [
    { epoch: 'second' },
    { revision: 4 },
    { firstSeq: 5, lastSeq: 5 },
    { storePublicId: 'b' },
  ])
    expect(ids({ ...said, ...other })).not.toContain(one)
})

test('an endpoint hears what it asked for, of its own store', () => {
  const said = { ...NEWS, firstSeq: 1, lastSeq: 1 }
  expect(deliveriesOf([said], [{ storeId: 1, id: 3, events: ['conversation.closed'] }])).toEqual([])
  expect(deliveriesOf([said], [{ storeId: 2, id: 3, events: ['message.stored'] }])).toEqual([])
})
