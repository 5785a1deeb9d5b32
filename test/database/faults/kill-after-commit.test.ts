import { expect, inject, test } from 'vitest'
import { freePort } from '../../tools/free-port.ts'
import { openBuyer } from '../../tools/raw-buyer.ts'
import { startServerProcess } from '../../tools/server-process.ts'
import { startNode } from '../../fault/node/start-node.ts'
import { FAULT_DATABASES } from './fault-databases.ts'

const ROUNDS = 3

/**
 * The worst moment to die: the database has the message, the buyer was not told.
 */
test.for(FAULT_DATABASES)(
  '$name: killed between commit and acknowledgement, a repeated message is stored once and answered once',
  { timeout: 900_000 },
  async ({ create }) => {
    const database = await create(inject('postgresUrl'))
    const environment = { ...database.environment, PORT: String(await freePort()) }
    let killedInBetween = 0

    let server = await startServerProcess(environment)
    const first = await openBuyer(server.url)
    const { token } = await first.hello()
    first.send({ type: 'enter', entry: 'product' })
    let { seq: head } = await first.next('message', ({ kind }) => kind === 'smart_question')
    await server.kill()

    for (let round = 1; round <= ROUNDS; round += 1) {
      const id = `lane-one.${String(round)}`
      const doomed = await startNode(environment, { crash: { at: 'committed', hit: 1 } })
      if (doomed === null) throw new Error('It died before anybody came.')
      const buyer = await openBuyer(`http://127.0.0.1:${String(doomed.port)}`)
      await buyer.hello({ token, after: head })
      buyer.send({ type: 'send', id, content: { kind: 'text', text: 'MOQ?' } })
      expect(await doomed.ended).toBe('SIGKILL')
      await buyer.closed
      expect(buyer.frames.map(({ type }) => type)).not.toContain('stored')

      server = await startServerProcess(environment)
      const again = await openBuyer(server.url)
      const welcome = await again.hello({ token, after: head })
      // It was committed, and nobody was told: the window was hit.
      expect(welcome.head).toBe(head + 2)
      killedInBetween += 1
      expect(await again.say(id, 'MOQ?')).toEqual({ type: 'stored', id, seq: head + 1 })
      expect(await again.say(id, 'MOQ?')).toEqual({ type: 'stored', id, seq: head + 1 })
      await again.next('message', ({ seq }) => seq === head + 2)
      head += 2
      await server.kill()
    }

    server = await startServerProcess(environment)
    const reader = await openBuyer(server.url)
    expect((await reader.hello({ token })).head).toBe(head)
    await reader.next('message', ({ seq }) => seq === head)
    const messages = reader.frames.filter((frame) => frame.type === 'message')
    expect(messages.map(({ seq }) => seq)).toEqual(Array.from({ length: head }, (_, place) => place + 1))
    expect(messages.flatMap(({ id }) => id ?? [])).toEqual(
      Array.from({ length: ROUNDS }, (_, place) => `lane-one.${String(place + 1)}`),
    )
    expect(messages.filter(({ kind }) => kind === 'faq_answer')).toHaveLength(ROUNDS)
    expect(killedInBetween).toBe(ROUNDS)
    expect(await server.stop()).toBe(0)
    await database.remove()
  },
)
