import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBuyer, type RawBuyer } from '../../tools/raw-buyer.ts'
import { createOwner, type NodeStage, openConsole, post, startNodes } from './node-stage.ts'

// Two nodes on one PostgreSQL: any of them serves any conversation, and what happens on one is seen on the other.

const WAYS = [
  { name: 'with their bus', bus: true },
  // The wakes of both go nowhere but into the process itself; only the outbox is left.
  { name: 'without a bus', bus: false },
] as const

describe.for(WAYS)('two nodes $name', ({ bus }) => {
  let stage: NodeStage
  let cookie: string
  beforeAll(async () => {
    stage = await startNodes({ alter: bus ? {} : { bus: (real) => ({ ...real, publish: () => undefined }) } })
    cookie = await createOwner(stage.nodes[1])
  })
  afterAll(() => stage.stop())

  /** A buyer who was greeted on the first node, with a second tab on the other. */
  async function openTabs(): Promise<{
    readonly here: RawBuyer
    readonly there: RawBuyer
    readonly id: string
  }> {
    const here = await openBuyer(stage.nodes[0].url)
    const { token, conversation } = await here.hello()
    here.send({ type: 'enter', entry: 'product' })
    await here.next('message', ({ kind }) => kind === 'smart_question')
    const there = await openBuyer(stage.nodes[1].url)
    await there.hello({ token })
    await there.next('message', ({ kind }) => kind === 'smart_question')
    return { here, there, id: conversation }
  }

  test('a message written on one is shown on the other without being asked for, in both directions', async () => {
    const { here, there } = await openTabs()
    for (let n = 1; n <= 3; n += 1) {
      const [from, to] = n % 2 === 1 ? [here, there] : [there, here]
      const stored = await storeBy(from, `tab-lane-${String(n)}.1`, 'MOQ?')
      await to.next('message', ({ seq }) => seq === stored)
      await to.next('message', ({ seq, kind }) => seq === stored + 1 && kind === 'faq_answer')
    }
    const shown = there.frames.flatMap((frame) => (frame.type === 'message' ? [frame.seq] : []))
    expect(shown).toEqual(shown.map((_, place) => place + 1))
  })

  test('a console on the other node sees the conversation move, and what is said in it', async () => {
    const { here, id } = await openTabs()
    const console = await openConsole(stage.nodes[1], cookie)
    console.say({ type: 'watch', conversation: id, after: 0 })
    await console.hears((frame) => frame.type === 'message' && frame.message.seq === 1)
    const seq = await storeBy(here, 'lane-one.1', 'Samples?')
    await console.hears((frame) => frame.type === 'message' && frame.message.seq === seq)
    await console.hears(
      (frame) =>
        frame.type === 'conversation' && frame.conversation.id === id && frame.conversation.head >= seq,
    )
    console.leave()
  })

  test('a person who replies on one node is heard by a buyer on the other', async () => {
    const { here, id } = await openTabs()
    const path = `conversations/${id}/replies`
    const answer = await post(
      stage.nodes[1].url,
      path,
      { id: 'agent-lane.1', text: 'Hello, Ann here.' },
      cookie,
    )
    expect(answer.status).toBe(200)
    await here.next('message', ({ author }) => author === 'agent')
    // The robot of the first node knows that a person is in charge, whatever it remembered.
    const seq = await storeBy(here, 'lane-one.1', 'MOQ?')
    await here.next('message', (message) => message.seq === seq)
    const after = here.frames.flatMap((frame) => (frame.type === 'message' ? [frame] : []))
    expect(after.filter(({ seq: at }) => at > seq).map(({ kind }) => kind)).not.toContain('faq_answer')
  })
})

async function storeBy(buyer: RawBuyer, id: string, text: string): Promise<number> {
  for (;;) {
    const answer = await buyer.say(id, text)
    if (answer.type === 'stored') return answer.seq
    expect(['RETRY', 'BUSY']).toContain(answer.code)
  }
}
