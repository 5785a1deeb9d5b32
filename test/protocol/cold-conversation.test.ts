import { afterAll, beforeAll, expect, test } from 'vitest'
import { createReception } from '../../packages/server/src/reception/reception.ts'
import { createStores } from '../../packages/server/src/reception/stores.ts'
import { createLog } from '../../packages/server/src/observability/create-log.ts'
import { runAsStore } from '../../packages/server/src/store/run-as.ts'
import { isRefused } from '../../packages/server/src/reception/refused.ts'
import { putProduct } from '../tools/put-product.ts'
import { arriveAsBuyer, type Buyer } from './console-stage/buyer.ts'
import { countQueries } from './console-stage/count-queries.ts'
import { type ConsoleStage, openConsoleStage } from './console-stage/open-console-stage.ts'
import { publishSample } from './console-stage/publish-sample.ts'

// A node that was started a moment ago, or that a buyer comes to from another one: it serves the shop already, and knows nothing of
// this conversation. Its first event is answered after at most two queries beside the commit.

let stage: ConsoleStage
let storeId: number
beforeAll(async () => {
  stage = await openConsoleStage()
  storeId = await stage.addStore('cold-shop')
  await publishSample(stage, storeId)
  await runAsStore(stage.database, storeId, (tx) =>
    putProduct(tx, storeId, { ref: 'trail-750', title: 'Trail 750' }, 1),
  )
})
afterAll(() => stage.close())

/** Another node on the same database, which serves this shop already. */
async function openNode() {
  const { bus, clock, presence, ownOrigin } = stage
  const { database, taken } = countQueries(stage.database)
  const log = createLog('silent')
  const stores = createStores(database, clock)
  const node = createReception({ database, bus, clock, log, stores, presence, ownOrigin })
  const other = await arriveAsBuyer({ ...stage, reception: node }, storeId)
  await other.enter()
  await other.say('Hello')
  await node.settled()
  expect(taken()).toBeGreaterThan(0)
  return { node, taken }
}

type Node = Awaited<ReturnType<typeof openNode>>['node']
const keyOf = (buyer: Buyer) => ({ storeId, id: buyer.conversationId })
const says = (node: Node, buyer: Buyer, text: string) =>
  node.receive(keyOf(buyer), { id: 'cold-lane-1.1', content: { kind: 'text', text } })

const EVENTS: readonly (readonly [string, (node: Node, buyer: Buyer) => Promise<unknown>])[] = [
  ['a word', (node, buyer) => says(node, buyer, 'And the price?')],
  ['the chat is opened', (node, buyer) => node.enter(keyOf(buyer), { entry: 'store_home' })],
  [
    'a tap on the list',
    (node, buyer) => {
      const list = buyer.shown().find(({ content }) => content.kind === 'choices')
      if (list?.content.kind !== 'choices') throw new Error('No list came.')
      const content = {
        kind: 'choice',
        message: list.seq,
        option: list.content.options[0]?.id ?? '',
      } as const
      return node.receive(keyOf(buyer), { id: 'cold-lane-1.1', content })
    },
  ],
  [
    'a wish for a person',
    (node, buyer) =>
      node.receive(keyOf(buyer), { id: 'cold-lane-1.1', content: { kind: 'menu', item: 'person' } }),
  ],
]

test.for(EVENTS)('%s, and nobody here knows the conversation: at most two queries', async ([, happens]) => {
  const buyer = await arriveAsBuyer(stage, storeId)
  await buyer.enter()
  await buyer.say('Hello')
  await stage.reception.settled()
  const { node, taken } = await openNode()
  const outcome = await happens(node, buyer)
  expect(typeof outcome === 'object' && outcome !== null && isRefused(outcome)).toBe(false)
  expect(taken()).toBeLessThanOrEqual(2)
})

test('after a month of silence, when all of the reception may begin again: at most two queries', async () => {
  const buyer = await arriveAsBuyer(stage, storeId)
  await buyer.enter()
  await buyer.say('Hello')
  await stage.reception.settled()
  stage.clock.forward(31 * 86_400_000)
  const { node, taken } = await openNode()
  expect(isRefused(await says(node, buyer, 'Hello again'))).toBe(false)
  expect(taken()).toBeLessThanOrEqual(2)
})

test('the second event needs none', async () => {
  const buyer = await arriveAsBuyer(stage, storeId)
  await buyer.say('Hello')
  await stage.reception.settled()
  const { node, taken } = await openNode()
  await says(node, buyer, 'One')
  taken()
  await node.receive(keyOf(buyer), { id: 'cold-lane-1.2', content: { kind: 'text', text: 'Two' } })
  expect(taken()).toBe(0)
})
