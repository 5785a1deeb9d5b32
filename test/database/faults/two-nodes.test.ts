import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { noonClock } from '../../tools/noon-clock.ts'
import { openBuyer, type RawBuyer } from '../../tools/raw-buyer.ts'
import { type Shop, startShop } from '../../tools/start-shop.ts'
import { FAULT_DATABASES, type FaultDatabase } from './fault-databases.ts'

// Two servers on one PostgreSQL: whatever each remembers may be old, and only the database decides.

let database: FaultDatabase
let nodes: readonly [Shop, Shop]
beforeAll(async () => {
  database = await FAULT_DATABASES[1].create(inject('postgresUrl'))
  const { environment } = database
  const start = () => startShop({ environment, clock: noonClock })
  nodes = [await start(), await start()]
})
afterAll(async () => {
  for (const node of nodes) await node.stop()
  await database.remove()
})

/** One buyer with a tab on each node, already greeted. */
async function tabsOfOneBuyer(): Promise<readonly [RawBuyer, RawBuyer]> {
  const first = await openBuyer(nodes[0].url)
  const { token } = await first.hello()
  first.send({ type: 'enter', entry: 'product' })
  await first.next('message', ({ kind }) => kind === 'smart_question')
  const second = await openBuyer(nodes[1].url)
  await second.hello({ token })
  await second.next('message', ({ kind }) => kind === 'smart_question')
  return [first, second]
}

/** Says it until it is stored, as any client does. */
async function store(tab: RawBuyer, id: string, text: string): Promise<number> {
  for (;;) {
    const answer = await tab.say(id, text)
    if (answer.type === 'stored') return answer.seq
    expect(['RETRY', 'BUSY']).toContain(answer.code)
  }
}

/** All that was ever stored, as a new socket gets it. */
async function thread(tab: RawBuyer) {
  const token = tab.frames.find((frame) => frame.type === 'welcome')?.token
  const reader = await openBuyer(nodes[1].url)
  const { head } = await reader.hello({ token })
  await reader.next('message', ({ seq }) => seq === head)
  return reader.frames.filter((frame) => frame.type === 'message')
}

/** With the four messages of the reception, twice as many answers are all that the robot may write in an hour (WEL-16). */
const TIMES = 8

describe('one conversation on two nodes', () => {
  test('is one conversation: nothing is lost, doubled or out of order', async () => {
    const [one, other] = await tabsOfOneBuyer()
    for (let n = 1; n <= TIMES; n += 1) {
      await Promise.all([
        store(one, `tab-one-.${String(n)}`, 'MOQ?'),
        store(other, `tab-two-.${String(n)}`, 'Samples?'),
      ])
    }
    const messages = await thread(one)
    expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, place) => place + 1))
    const own = messages.flatMap(({ id }) => id ?? [])
    expect(own).toHaveLength(2 * TIMES)
    expect(own.filter((id) => id.startsWith('tab-one-'))).toEqual(
      Array.from({ length: TIMES }, (_, place) => `tab-one-.${String(place + 1)}`),
    )
    expect(messages.filter(({ kind }) => kind === 'faq_answer')).toHaveLength(2 * TIMES)
    expect(messages.filter(({ kind }) => kind === 'welcome')).toHaveLength(1)
  })

  test('a message repeated on the other node, which has not heard of it, is stored once', async () => {
    const [one, other] = await tabsOfOneBuyer()
    for (let n = 1; n <= 5; n += 1) {
      const id = `lane-one.${String(n)}`
      const seq = await store(n % 2 === 0 ? one : other, id, 'MOQ?')
      expect(await store(n % 2 === 0 ? other : one, id, 'MOQ?')).toBe(seq)
    }
    const messages = await thread(one)
    expect(messages.flatMap(({ id }) => id ?? [])).toHaveLength(5)
    expect(messages.filter(({ kind }) => kind === 'faq_answer')).toHaveLength(5)
  })

  test('a message sent to both at once is stored once', async () => {
    const [one, other] = await tabsOfOneBuyer()
    for (let n = 1; n <= 5; n += 1) {
      const id = `lane-one.${String(n)}`
      const [here, there] = await Promise.all([store(one, id, 'MOQ?'), store(other, id, 'MOQ?')])
      expect(here).toBe(there)
    }
    expect((await thread(one)).flatMap(({ id }) => id ?? [])).toHaveLength(5)
  })
})
