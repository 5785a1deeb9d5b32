import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBuyer } from '../../tools/raw-buyer.ts'
import { type NodeStage, startNodes } from './node-stage.ts'

/** `FIRST_MESSAGE_ROUNDS=1000` for a long run. */
const ROUNDS = Number(process.env['FIRST_MESSAGE_ROUNDS'] ?? 50)
const AT_ONCE = 5
const TABS = 8

let stage: NodeStage
beforeAll(async () => {
  stage = await startNodes()
})
afterAll(() => stage.stop())

test(
  'eight first messages of one buyer, written at once over two nodes, make one conversation and one greeting (WEL-10)',
  { timeout: 300_000 + ROUNDS * 10_000 },
  async () => {
    for (let round = 0; round < ROUNDS; round += AT_ONCE) {
      await Promise.all(Array.from({ length: Math.min(AT_ONCE, ROUNDS - round) }, playRound))
    }
  },
)

/** A buyer whose browser has a token and no history, and eight tabs of it, half of them on each node. */
async function playRound(): Promise<void> {
  const [one, other] = stage.nodes
  const first = await openBuyer(one.url)
  const { token, conversation } = await first.hello()
  const tabs = await Promise.all(
    Array.from({ length: TABS }, async (_, tab) => {
      const buyer = await openBuyer((tab % 2 === 0 ? one : other).url)
      expect((await buyer.hello({ token })).conversation).toBe(conversation)
      return buyer
    }),
  )
  const stored = await Promise.all(
    tabs.map(async (buyer, tab) => {
      const id = `lane-of-tab-${String(tab)}.1`
      for (;;) {
        const answer = await buyer.say(id, 'MOQ?')
        if (answer.type === 'stored') return answer.seq
        expect(['RETRY', 'BUSY']).toContain(answer.code)
      }
    }),
  )
  expect(new Set(stored).size).toBe(TABS)

  const reader = await openBuyer(other.url)
  const { head } = await reader.hello({ token })
  const messages = []
  for (let seq = 1; seq <= head; seq += 1) messages.push(await reader.next('message', (m) => m.seq === seq))
  expect(messages.filter(({ kind }) => kind === 'welcome')).toHaveLength(1)
  expect(messages.filter(({ author }) => author === 'buyer')).toHaveLength(TABS)
  expect(messages.filter(({ kind }) => kind === 'faq_answer')).toHaveLength(TABS)
  for (const buyer of [first, reader, ...tabs]) buyer.drop()
}
