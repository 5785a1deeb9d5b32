import { setTimeout as sleep } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { BUYER_SUBPROTOCOL } from '@shopbell/protocol'
import { BUYER_LIMITS } from '../../../packages/server/src/socket/buyer-limits.ts'
import type { Fault } from '../run/fault.ts'
import { FAULT_STORE } from '../stage/seed-shop.ts'

const FLOODERS = 10
const FRAMES_PER_TICK = 20
const TICK_MS = 20
const FLOOD_MS = 2_500
/** What a bucket that is refilled by the server's clock may give more than by ours. */
const SLACK = 1.5

export const flooders: Fault = {
  id: 'F13',
  title: 'Flooders send 1,000 frames a second each, under the limits of a real shop; the others chat on',
  rounds: { short: 1, nightly: 10 },
  roundsPerBlock: 1,
  deal: async ({ backing, complain, crowd, links, noteFault, startWhole }) => {
    const node = await startWhole({ limits: true })
    // Buyers of another address, who have their own limits.
    crowd.join(10, { port: links[0].port, pauseMs: 3_000, headers: { 'x-forwarded-for': '203.0.113.7' } })
    await sleep(500)
    noteFault('flooders begin')
    const beganAt = performance.now()
    await Promise.all(Array.from({ length: FLOODERS }, (_, number) => flood(links[0].port, number)))
    const floodedMs = performance.now() - beganAt
    noteFault('flooders end')
    if (!node.isAlive()) complain(`The server died of a flood:\n${node.output()}`)
    const rows = await backing.watch?.run(
      `select count(*) as executed from message where client_id like 'flood%'`,
    )
    const executed = Number(rows?.[0]?.['executed'])
    const { burst, everyMs } = BUYER_LIMITS.sendsPerAddress
    const allowed = Math.round((burst + floodedMs / everyMs) * SLACK)
    if (executed > allowed) complain(`${String(executed)} were executed, of ${String(allowed)} allowed.`)
    // What the flooders sent is on its way into the database until the node has ended; another serves those who chat on.
    await node.stop()
    noteFault('a node has ended')
    await backing.watch?.run(`delete from message where client_id like 'flood%'`)
    await forgetFlooders(backing.watch?.run)
    return [`${String(executed)} of ${String(allowed)} allowed were executed`]
  },
}

/** The flooders write no history, so their conversations are not for the checker. */
async function forgetFlooders(run?: (sql: string) => Promise<unknown>): Promise<void> {
  const theirs = `select id from conversation where lanes::text like '%flood%'`
  for (const table of ['message', 'journal', 'timer', 'answer']) {
    await run?.(`delete from ${table} where conversation_id in (${theirs})`)
  }
  await run?.(`delete from conversation where lanes::text like '%flood%'`)
}

/** No outbox and no manners: frame after frame, whatever is answered. */
async function flood(port: number, number: number): Promise<void> {
  const socket = new WebSocket(`ws://127.0.0.1:${String(port)}/v1/chat?store=${FAULT_STORE}`, [
    BUYER_SUBPROTOCOL,
  ])
  socket.on('error', () => undefined)
  socket.on('message', () => undefined)
  const until = performance.now() + FLOOD_MS
  let sent = 0
  socket.on('open', () => {
    socket.send(JSON.stringify({ type: 'hello', after: 0, locale: 'en' }))
  })
  while (performance.now() < until) {
    for (let frame = 0; frame < FRAMES_PER_TICK && socket.readyState === WebSocket.OPEN; frame += 1) {
      sent += 1
      const id = `flood${String(number).padStart(4, '0')}.${String(sent)}`
      socket.send(JSON.stringify({ type: 'send', id, content: { kind: 'text', text: 'flood' } }))
    }
    await sleep(TICK_MS)
  }
  socket.terminate()
}
