import {
  compileFlow,
  type Effect,
  type Facts,
  profileById,
  type ReceptionEvent,
  type Session,
  type Step,
  step,
  UNKNOWN_BUYER,
} from '@shopbell/engine'
import { describe, expect, test } from 'vitest'
import type { ConversationRow } from '../store/conversations.ts'
import { recordStep, rowAfter } from './record-step.ts'

const AT = 1_000
const program = compileFlow(
  {
    format: 1,
    id: 'f',
    name: 'f',
    defaultLocale: 'en',
    variables: {},
    entries: {},
    blocks: {},
    texts: { en: {} },
    layout: {},
  },
  7,
)
const profile = profileById('marketplace')
if (profile === undefined) throw new Error('The engine has no profile “marketplace”.')
const facts: Facts = {
  head: 4,
  store: { name: 'Shop', timeZone: 'UTC', openNow: true },
  profile,
  locales: ['en'],
  buyer: UNKNOWN_BUYER,
  liveVersion: 7,
  list: null,
  heldList: null,
}
const row: ConversationRow = {
  storeId: 1,
  id: 2,
  publicId: 'c',
  locale: 'en',
  buyerName: null,
  revision: 11,
  head: 4,
  handling: 'robot',
  session: null,
  flowVersion: 3,
  buyer: UNKNOWN_BUYER,
  lanes: { 'lane-one': 1 },
  waitingSince: null,
  lastAt: 900,
  assigneeId: 5,
  readByAgentSeq: 0,
  readByBuyerSeq: 0,
}
const said: ReceptionEvent = { type: 'buyer.said', at: AT, text: 'hello' }

/** A session as the engine makes them, speaking for itself as given. */
function session(handling: Session['handling']): Session {
  const made = step(program, null, said, facts).session
  if (made === null) throw new Error('The engine began no session.')
  return { ...made, handling }
}

function record(
  effects: readonly Effect[],
  { begins = false, handling = 'robot' as Session['handling'], hasWebhooks = false } = {},
) {
  const decided: Step = { session: session(handling), effects, refusals: [] }
  return (circumstances = {}, from = row) =>
    recordStep(from, said, { facts, begins, program, hasWebhooks }, decided, circumstances)
}

const message = (text: string): Effect => ({
  type: 'message',
  author: 'robot',
  kind: 'flow_message',
  content: { kind: 'text', text },
})

describe('messages', () => {
  test('follow the head, and the first carries the sender’s id', () => {
    const made = record([message('one'), message('two')])({ clientId: 'lane-one.2' })
    expect(made).toMatchObject({ expectedRevision: 11, head: 6, lastAt: AT, lanes: { 'lane-one': 2 } })
    expect(made.messages.map(({ seq, clientId, at }) => [seq, clientId, at])).toEqual([
      [5, 'lane-one.2', AT],
      [6, null, AT],
    ])
  })

  test('none: the conversation does not look newer', () => {
    expect(record([])()).toMatchObject({ head: 4, lastAt: 900, lanes: row.lanes })
  })
})

describe('who waits and whose it is', () => {
  test('waiting begins with the step that leads to it, and lasts', () => {
    expect(record([], { handling: 'waiting' })()).toMatchObject({ waitingSince: AT })
    expect(record([], { handling: 'waiting' })({}, { ...row, waitingSince: 500 })).toMatchObject({
      waitingSince: 500,
    })
    expect(record([], { handling: 'human' })({}, { ...row, waitingSince: 500 })).toMatchObject({
      waitingSince: null,
    })
  })

  test('a new session belongs to nobody, unless somebody takes it', () => {
    expect(record([])()).toMatchObject({ assigneeId: 5, flowVersion: 3 })
    expect(record([], { begins: true })()).toMatchObject({ assigneeId: null, flowVersion: 7 })
    expect(record([], { begins: true })({ assigneeId: 8 })).toMatchObject({ assigneeId: 8 })
    expect(record([])({ assigneeId: null })).toMatchObject({ assigneeId: null })
  })
})

test('the timer that fired is removed with those the engine cancels, each once', () => {
  const cancel = { type: 'cancel', id: 'reminder', generation: 2 } as const
  const made = record([cancel])({ fired: { id: 'reminder', generation: 2 } })
  expect(made.cancel).toEqual([{ id: 'reminder', generation: 2 }])
  expect(record([])({ fired: { id: 'timeout', generation: 1 } }).cancel).toEqual([
    { id: 'timeout', generation: 1 },
  ])
})

test('the row afterwards is what the record wrote, one revision on', () => {
  const made = record([message('one')])({ clientId: 'lane-two.1' })
  expect(rowAfter(row, made)).toMatchObject({
    revision: 12,
    head: 5,
    lanes: { 'lane-one': 1, 'lane-two': 1 },
    publicId: 'c',
    lastAt: AT,
  })
})

describe('what webhooks are told', () => {
  test('is nothing where nobody listens, and where nothing can be told', () => {
    expect(record([message('one')])().news).toBeUndefined()
    expect(record([], { hasWebhooks: true })().news).toBeUndefined()
  })

  test('is who has the conversation now, and the answers by their keys', () => {
    const answer = { seq: 5, variable: 'size', question: 'Which size?', value: 'l', shown: 'L' }
    const told = record([{ type: 'collect', ...answer }], { hasWebhooks: true, handling: 'human' })
    expect(told({ assigneeId: 8 }).news).toEqual({
      answers: [[5, 'size']],
      turn: { from: 'robot', to: 'human', assigneeId: 8 },
    })
    expect(record([message('one')], { hasWebhooks: true })().news).toEqual({ answers: [], turn: null })
  })
})
