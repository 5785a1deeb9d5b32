import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createEgress, type Resolved } from './egress.ts'

let hits = 0
let port = 0
let answer: (response: ServerResponse) => void
const server = createServer((request, response) => {
  hits += 1
  request.resume()
  answer(response)
})

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  port = typeof address === 'object' && address !== null ? address.port : 0
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  hits = 0
  answer = (response) => response.writeHead(204).end()
})

const LOOPBACK: Resolved = { address: '127.0.0.1', family: 4 }
const PUBLIC: Resolved = { address: '93.184.215.14', family: 4 }
const open = (allow: readonly string[], ...found: readonly Resolved[]) =>
  createEgress({ allow, ...(found.length === 0 ? {} : { resolve: () => Promise.resolve(found) }) })
const to = (host: string) => ({
  url: `http://${host}:${String(port)}/`,
  headers: { 'x-mark': 'a' },
  body: '{"a":"ü"}',
})

describe('a connection is judged when it is made', () => {
  test('a name that is allowed leads to this machine only where the operator said so', async () => {
    expect(await open(['hooks.internal'], LOOPBACK).post(to('hooks.internal'))).toEqual({
      fault: 'refused_address',
    })
    expect(await open(['hooks.internal', '127.0.0.1'], LOOPBACK).post(to('hooks.internal'))).toMatchObject({
      status: 204,
    })
    expect(hits).toBe(1)
  })

  test('a name that is public when it is kept, and this machine when it is used, is refused', async () => {
    const found = [[PUBLIC], [LOOPBACK]]
    const egress = createEgress({ allow: [], resolve: () => Promise.resolve(found.shift() ?? []) })
    // Kept: nothing is said against it, and whoever looks it up now finds the public net.
    expect(egress.faultOfUrl('https://rebinds.example/')).toBeNull()
    found.shift()
    expect(await egress.post({ ...to('x'), url: 'https://rebinds.example/' })).toEqual({
      fault: 'refused_address',
    })
    expect(hits).toBe(0)
  })

  test('one address that is not public among many is enough', async () => {
    expect(await open(['hooks.internal'], PUBLIC, LOOPBACK).post(to('hooks.internal'))).toEqual({
      fault: 'refused_address',
    })
  })

  test('an address that was fit once is refused where the operator has closed it', async () => {
    expect(await open([]).post(to('127.0.0.1'))).toEqual({ fault: 'refused_address' })
    expect(hits).toBe(0)
  })
})

describe('an answer', () => {
  const egress = open(['127.0.0.1'])

  test('that leads elsewhere is not followed', async () => {
    answer = (response) => response.writeHead(302, { location: to('127.0.0.1').url }).end()
    expect(await egress.post(to('127.0.0.1'))).toMatchObject({ status: 302 })
    expect(hits).toBe(1)
  })

  test('is read no further than its beginning, however much comes', async () => {
    answer = (response) => {
      response.writeHead(200, { 'retry-after': '7' })
      const pour = () => {
        while (!response.destroyed && response.write('many\u0000 words '.repeat(1_000)));
        if (!response.destroyed) response.once('drain', pour)
      }
      pour()
    }
    const got = await egress.post(to('127.0.0.1'))
    expect(got).toMatchObject({ status: 200, retryAfterMs: 7_000 })
    const { excerpt } = 'excerpt' in got ? got : { excerpt: '' }
    expect(excerpt.length).toBeLessThanOrEqual(500)
    expect(excerpt).toMatch(/^many words? .*$/s)
    expect(excerpt).not.toContain('\u0000')
  })

  test('that breaks off keeps its status', async () => {
    answer = (response) => {
      response.writeHead(500, { 'content-length': '100' })
      response.write('half', () => response.destroy())
    }
    expect(await egress.post(to('127.0.0.1'))).toMatchObject({ status: 500, excerpt: 'half' })
  })

  test.for([
    ['nobody listens there', 'http://127.0.0.1:1/', 'no_connection'],
    ['the other end speaks no TLS', 'https', 'tls_failed'],
  ] as const)('does not come where %s', async ([, url, fault]) => {
    const where = url === 'https' ? `https://127.0.0.1:${String(port)}/` : url
    expect(await egress.post({ ...to('127.0.0.1'), url: where })).toEqual({ fault })
  })

  test('does not come where nobody knows the name', async () => {
    const failure = Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })
    const nobody = createEgress({ allow: [], resolve: () => Promise.reject(failure) })
    expect(await nobody.post({ ...to('x'), url: 'https://nowhere.example/' })).toEqual({
      fault: 'unknown_host',
    })
  })
})
