import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { patientFetch } from './patient-fetch.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const AWAY = new TypeError('fetch failed')
const ok = () => new Response('fine')
const notNow = (retryAfter?: string) =>
  new Response('not now', {
    status: 503,
    headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter },
  })

/** A server that answers these in turn, and what was sent to it. */
function serverThat(...answers: readonly (Response | Error)[]) {
  const heard: string[] = []
  const send = async (request: Request): Promise<Response> => {
    const answer = answers[heard.length]
    heard.push(`${request.method} ${await request.text()}`)
    if (answer === undefined) throw new Error('asked once more than foreseen')
    if (answer instanceof Error) throw answer
    return answer
  }
  return { heard, send }
}

async function ask(server: ReturnType<typeof serverThat>, method: string, body: string | null = null) {
  const asking = patientFetch({ fetch: server.send })(new Request('https://shop.example/', { method, body }))
  const settled = asking.then(
    (response) => response.status,
    (error: unknown) => error,
  )
  await vi.runAllTimersAsync()
  return settled
}

test.for([
  ['an answer is the answer', 'GET', [ok()], 200, 1],
  ['a refusal is an answer', 'POST', [new Response('', { status: 409 })], 409, 1],
  ['not now, then an answer', 'POST', [notNow(), ok()], 200, 2],
  ['too many, then an answer', 'PUT', [new Response('', { status: 429 }), ok()], 200, 2],
  ['not now, three times', 'GET', [notNow('1'), notNow('1'), notNow('1')], 503, 3],
  ['not now for longer than anybody waits', 'GET', [notNow('3600')], 503, 1],
  ['no answer to a question, then one', 'GET', [AWAY, ok()], 200, 2],
  ['no answer to what may be repeated', 'DELETE', [AWAY, AWAY, ok()], 200, 3],
  ['no answer to what changes something', 'POST', [AWAY, ok()], 200, 2],
  ['no answer, three times', 'GET', [AWAY, AWAY, AWAY], AWAY, 3],
] as const)('%s', async ([, method, answers, outcome, times]) => {
  const server = serverThat(...answers)
  const body = method === 'GET' || method === 'DELETE' ? null : 'words'
  expect(await ask(server, method, body)).toBe(outcome)
  expect(server.heard).toEqual(Array.from({ length: times }, () => `${method} ${body ?? ''}`))
})

test('every try of what changes something has one key, and every question of its own', async () => {
  const keys: (string | null)[] = []
  const send = (request: Request): Promise<Response> => {
    keys.push(request.headers.get('idempotency-key'))
    return Promise.resolve(keys.length === 1 ? notNow('0') : ok())
  }
  const ask = async (method: string, headers: Record<string, string> = {}) => {
    const asking = patientFetch({ fetch: send })(new Request('https://shop.example/', { method, headers }))
    await vi.runAllTimersAsync()
    await asking
  }
  await ask('POST')
  await ask('POST')
  await ask('PUT', { 'idempotency-key': 'mine' })
  await ask('GET')
  const [first, again, second, ...rest] = keys
  expect(first).toMatch(/^[0-9a-f-]{36}$/)
  expect(again).toBe(first)
  expect(second).not.toBe(first)
  expect(rest).toEqual(['mine', null])
})

test('what takes no key is sent without one, and then only once', async () => {
  const refused = new Response('{"code":"IDEMPOTENCY_NOT_OFFERED"}', { status: 400 })
  const server = serverThat(refused, AWAY)
  expect(await ask(server, 'POST', 'words')).toBe(AWAY)
  expect(server.heard).toEqual(['POST words', 'POST words'])
})

test('it waits as long as the server says', async () => {
  const server = serverThat(notNow('7'), ok())
  const asking = patientFetch({ fetch: server.send })(new Request('https://shop.example/'))
  await vi.advanceTimersByTimeAsync(6_999)
  expect(server.heard).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(1)
  expect((await asking).status).toBe(200)
})

test('whoever gives up while it waits is not kept waiting', async () => {
  const giving = new AbortController()
  const server = serverThat(notNow('7'))
  const asking = patientFetch({ fetch: server.send })(
    new Request('https://shop.example/', { signal: giving.signal }),
  )
  const given = expect(asking).rejects.toThrow('enough')
  await vi.advanceTimersByTimeAsync(1_000)
  giving.abort(new Error('enough'))
  await given
  expect(server.heard).toHaveLength(1)
})
