import { rmSync } from 'node:fs'
import { CLOSE_CODES } from '@shopbell/protocol'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newEmbeddedData } from '../tools/embedded-data.ts'
import { openBuyer, type RawBuyer } from '../tools/raw-buyer.ts'
import { type ServerProcess, startServerProcess } from '../tools/server-process.ts'

const BUYERS = 20
/** Clients come back spread over this time. */
const SPREAD_MS = 5_000

let directory = ''
beforeAll(async () => {
  directory = await newEmbeddedData('shopbell-drain-')
})
afterAll(() => {
  rmSync(directory, { recursive: true, force: true })
})

const start = (environment: Readonly<Record<string, string>> = {}) =>
  startServerProcess({ SHOPBELL_DATA: directory, PORT: '0', ...environment })

interface Writer {
  readonly buyer: RawBuyer
  readonly token: string
  /** The seq of each message that was acknowledged, by its id. */
  readonly stored: ReadonlyMap<string, number>
}

/** A buyer who writes without waiting, until the socket is closed. */
async function openWriter({ url }: ServerProcess): Promise<Writer> {
  const buyer = await openBuyer(url)
  const { token } = await buyer.hello()
  const stored = new Map<string, number>()
  buyer.socket.on('message', () => {
    const frame = buyer.frames.at(-1)
    if (frame?.type === 'stored') stored.set(frame.id, frame.seq)
  })
  for (let n = 1; n <= 10; n += 1) {
    buyer.send({ type: 'send', id: `lane-one.${String(n)}`, content: { kind: 'text', text: 'MOQ?' } })
  }
  return { buyer, token, stored }
}

test('asked to end, it sends everybody away for different times, ends with 0, and has kept what it acknowledged', async () => {
  const server = await start()
  const writers = await Promise.all(Array.from({ length: BUYERS }, () => openWriter(server)))
  await writers[0]?.buyer.answer('lane-one.1')
  expect(await server.stop()).toBe(0)

  const goodbyes = await Promise.all(writers.map(({ buyer }) => buyer.closed))
  expect(new Set(goodbyes.map(({ code }) => code))).toEqual(new Set([CLOSE_CODES.DRAINING]))
  const waits = goodbyes.map(({ reason }) => {
    const { code, retryAfterMs } = JSON.parse(reason)
    expect(code).toBe('DRAINING')
    return Number(retryAfterMs)
  })
  expect(new Set(waits).size).toBe(BUYERS)
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(0)
  expect(Math.max(...waits)).toBeLessThan(SPREAD_MS)

  const next = await start()
  for (const { token, stored } of writers) {
    const reader = await openBuyer(next.url)
    await reader.hello({ token })
    for (const [id, seq] of stored) await reader.next('message', (m) => m.seq === seq && m.id === id)
    // And whatever was not acknowledged is stored once when it is repeated.
    const repeated = await Promise.all(
      Array.from({ length: 10 }, (_, n) => reader.say(`lane-one.${String(n + 1)}`, 'MOQ?')),
    )
    expect(
      new Set(repeated.map((answer) => (answer.type === 'stored' ? answer.seq : answer.code))).size,
    ).toBe(10)
  }
  expect(await next.stop()).toBe(0)
})

test('an error that nobody caught is logged, everybody is sent away, and the process ends with 1', async () => {
  const accident = encodeURIComponent(
    `process.on('SIGWINCH', () => { Promise.reject(new Error('an accident')) })`,
  )
  const server = await start({ NODE_OPTIONS: `--import=data:text/javascript,${accident}` })
  const { buyer } = await openWriter(server)
  await buyer.answer('lane-one.1')
  process.kill(server.pid, 'SIGWINCH')
  expect((await buyer.closed).code).toBe(CLOSE_CODES.DRAINING)
  await server.ended
  expect(server.exitCode()).toBe(1)
  // Its last words may still be in the pipe.
  await expect.poll(() => server.output()).toContain('something failed that nobody caught')
})
