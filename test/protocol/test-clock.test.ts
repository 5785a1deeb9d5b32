import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newEmbeddedData } from '../tools/embedded-data.ts'
import { type MovedServer, startMovedServer } from '../tools/start-moved-server.ts'

const DAWN = Date.parse('2026-03-01T06:00:00Z')
let directory: string
let server: MovedServer
let clock: string

beforeAll(async () => {
  directory = await newEmbeddedData('shopbell-clock-')
  server = await startMovedServer(DAWN, { SHOPBELL_DATA: directory, SHOPBELL_DEMO: 'on' })
  clock = /Test clock\s+(\S+)/.exec(server.output())?.[1] ?? ''
})
afterAll(async () => {
  await server.stop()
  rmSync(directory, { recursive: true, force: true })
})

const put = (body: string, path = '') => fetch(`${clock}${path}`, { method: 'PUT', body })
const told = async (response: Response): Promise<unknown> => response.json()
const now = async () => told(await fetch(clock))

test('time stands still, and goes where it is told', async () => {
  expect(await now()).toEqual({ now: DAWN })
  expect(await told(await put(JSON.stringify({ forwardMs: 90_000 })))).toEqual({ now: DAWN + 90_000 })
  expect(await told(await put(JSON.stringify({ now: DAWN })))).toEqual({ now: DAWN })
})

test.for([
  ['no JSON', 'tomorrow'],
  ['both', '{"now":1,"forwardMs":1}'],
  ['backwards by a distance', '{"forwardMs":-1}'],
  ['half a millisecond', '{"now":0.5}'],
  ['nothing', ''],
] as const)('%s is refused, and moves nothing', async ([, body]) => {
  expect((await put(body)).status).toBe(400)
  expect(await now()).toEqual({ now: DAWN })
})

test('it has one address, on this machine, and not the server’s own', async () => {
  expect(new URL(clock).hostname).toBe('127.0.0.1')
  expect((await put('{"now":1}', '/later')).status).toBe(404)
  expect((await fetch(clock, { method: 'DELETE' })).status).toBe(405)
  expect((await fetch(`${server.url}/clock`)).status).toBe(404)
})

test('moves at once happen one after the other', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, async () => told(await put('{"forwardMs":1}'))),
  )
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(20)
  expect(await now()).toEqual({ now: DAWN + 20 })
})
