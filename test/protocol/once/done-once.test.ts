import { HandlingChanged } from '@shopbell/protocol'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newPublicId } from '../../../packages/server/src/accounts/public-id.ts'
import { asOperator } from '../console-stage/as-operator.ts'
import type { Answered } from '../console-stage/ask.ts'
import { arriveAsBuyer } from '../console-stage/buyer.ts'
import { type ConsoleStage, openConsoleStage } from '../console-stage/open-console-stage.ts'
import { DOINGS } from './doings.ts'
import { type KeyedOperation, keyedOperations } from './keyed-operations.ts'
import { readEverything } from './read-everything.ts'
import { openShop, type Shop } from './shop.ts'

// A request with an Idempotency-Key is done once, whenever the server dies (docs/http-conventions.md, “Sending again”). Every operation
// that the API document says takes a key is asked while no answer can be kept, as of a server that dies at that moment: what it does
// must not be there either; or, for an act in a conversation, be there with an id by which the second time knows it.

/** Their steps are committed with an id of their own. */
const IN_CONVERSATIONS = ['changeHandling', 'markRead', 'replyToBuyer']
/** A reading, by POST for the length of its list. */
const READING = 'readProducts'
/** Nobody works longer at a request: then the key of who died is free for the same request. */
const GIVEN_UP_MS = 60_000

let stage: ConsoleStage
beforeAll(async () => {
  stage = await openConsoleStage()
  await asOperator(stage, (tx) =>
    sql`
      create function keep_nothing() returns trigger language plpgsql as
      $$ begin raise exception 'the server died before it kept the answer'; end $$`.execute(tx),
  )
})
afterAll(() => stage.close())

/** Does `work` while no answer can be kept. */
async function dyingBeforeKeeping<T>(work: () => Promise<T>): Promise<T> {
  await asOperator(stage, (tx) =>
    sql`
      create trigger dying before update on kept_answer for each row when (new.status is not null)
      execute function keep_nothing()`.execute(tx),
  )
  try {
    return await work()
  } finally {
    await asOperator(stage, (tx) => sql`drop trigger dying on kept_answer`.execute(tx))
  }
}

/** The request that does what the operation is there for, with a key of its own. */
async function prepare(shop: Shop, { id, method, path }: KeyedOperation): Promise<() => Promise<Answered>> {
  const doing = await DOINGS[id]?.(shop)
  if (doing === undefined) throw new Error(`${id} takes a key and has no line in doings.ts.`)
  const { named = {}, query = '', body } = doing
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => named[name] ?? '')
  const key = newPublicId()
  return () => shop.send(method, `${address}${query}`, { key, ...(body === undefined ? {} : { body }) })
}

const OPERATIONS = keyedOperations().filter(({ id }) => id !== READING)

test('there is a request for each operation that takes a key, and for no other', () => {
  expect(Object.keys(DOINGS).toSorted()).toEqual(OPERATIONS.map(({ id }) => id).toSorted())
})

test.for(OPERATIONS.map((operation) => [operation.id, operation] as const))(
  '%s is done once, though its server dies before it has kept the answer',
  async ([id, operation]) => {
    const ask = await prepare(await openShop(stage), operation)
    const before = await readEverything(stage)

    await dyingBeforeKeeping(ask)
    const died = await readEverything(stage)
    if (!IN_CONVERSATIONS.includes(id)) expect(died).toEqual(before)

    stage.clock.forward(GIVEN_UP_MS)
    const answer = await ask()
    const done = await readEverything(stage)
    expect(answer.status, answer.text).toBeLessThan(300)
    if (IN_CONVERSATIONS.includes(id)) expect(done).toEqual(died)
    expect(done).not.toEqual(before)

    const again = await ask()
    expect([again.status, again.text, again.headers['idempotency-replayed']]).toEqual([
      answer.status,
      answer.text,
      'true',
    ])
    expect(again.headers['content-type']).toBe(answer.headers['content-type'])
    expect(await readEverything(stage)).toEqual(done)
  },
)

test('taking a conversation again under the same key does not take it from who has it by now', async () => {
  const shop = await openShop(stage)
  const buyer = await arriveAsBuyer(stage, shop.storeId)
  await buyer.say('Good morning')
  await buyer.askForPerson()
  const key = newPublicId()
  const handling = `/conversations/${buyer.conversation}/handling`
  const take = () => shop.send('POST', handling, { key, body: { action: 'take' } })
  const holder = (answer: Answered) => answer.as(HandlingChanged).conversation.assignee?.id

  const first = await dyingBeforeKeeping(take)
  const given = await shop.post(handling, { action: 'assign', to: shop.colleague })
  expect(holder(given)).toBe(shop.colleague)
  expect(holder(first)).not.toBe(shop.colleague)

  stage.clock.forward(GIVEN_UP_MS)
  expect(holder(await take())).toBe(shop.colleague)
})

test('a key of a day ago is another request’s', async () => {
  const shop = await openShop(stage)
  const buyer = await arriveAsBuyer(stage, shop.storeId)
  await buyer.say('Good morning')
  await buyer.askForPerson()
  const key = newPublicId()
  const handling = `/conversations/${buyer.conversation}/handling`
  const take = () => shop.send('POST', handling, { key, body: { action: 'take' } })
  const self = (await take()).as(HandlingChanged).conversation.assignee?.id
  await shop.post(handling, { action: 'assign', to: shop.colleague })
  stage.clock.forward(86_400_000 + GIVEN_UP_MS)
  expect((await take()).as(HandlingChanged).conversation.assignee?.id).toBe(self)
})
