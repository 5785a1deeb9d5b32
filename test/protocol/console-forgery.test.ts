import { SocketTicket } from '@shopbell/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addAccount, PASSWORD } from './console-stage/add-account.ts'
import { ask, codeOf, type Method, signInAs } from './console-stage/ask.ts'
import { type ConsoleStage, openConsoleStage } from './console-stage/open-console-stage.ts'

let stage: ConsoleStage
let cookie: string
beforeAll(async () => {
  stage = await openConsoleStage({ ownOrigin: 'https://console.test' })
  await addAccount(stage, await stage.addStore('harbor'), { email: 'owner@harbor.example', role: 'owner' })
  cookie = await signInAs(stage, 'owner@harbor.example')
})
afterAll(() => stage.close())

const FOREIGN: readonly (readonly [name: string, headers: Readonly<Record<string, string | undefined>>])[] = [
  ['no origin', { origin: undefined }],
  ['another site', { origin: 'https://evil.example' }],
  ['a page without an origin', { origin: 'null' }],
  ['http instead of https', { origin: 'http://console.test' }],
  ['another port', { origin: 'https://console.test:8443' }],
  ['the own name as a prefix', { origin: 'https://console.test.evil.example' }],
  ['the own name as a suffix', { origin: 'https://evilconsole.test' }],
  ['upper case', { origin: 'https://CONSOLE.test' }],
  ['a trailing dot', { origin: 'https://console.test.' }],
  ['a user name before it', { origin: 'https://console.test@evil.example' }],
  ['a path after it', { origin: 'https://console.test/' }],
  ['two origins', { origin: 'https://console.test, https://evil.example' }],
  ['a browser that says cross-site', { origin: undefined, 'sec-fetch-site': 'cross-site' }],
  ['a browser that says same-site', { origin: undefined, 'sec-fetch-site': 'same-site' }],
  ['a browser that says none', { origin: undefined, 'sec-fetch-site': 'none' }],
  ['the own origin, but cross-site', { 'sec-fetch-site': 'cross-site' }],
]
const BODIES: readonly (readonly [type: string | undefined, payload: string | undefined])[] = [
  ['application/json', '{"name":"stolen"}'],
  ['application/x-www-form-urlencoded', 'name=stolen'],
  [
    'multipart/form-data; boundary=b',
    '--b\r\nContent-Disposition: form-data; name="name"\r\n\r\nstolen\r\n--b--',
  ],
  ['text/plain', '{"name":"stolen"}'],
  [undefined, undefined],
]
const METHODS: readonly Method[] = ['POST', 'PUT', 'PATCH', 'DELETE']

describe.for(FOREIGN)('with the cookie, from %s', ([, headers]) => {
  test.for(METHODS.flatMap((method) => BODIES.map(([type, body]) => [method, type, body] as const)))(
    '%s with %s is refused',
    async ([method, type, body]) => {
      const answer = await ask(stage, method, '/api-tokens', {
        cookie,
        headers: { ...headers, 'content-type': type },
        ...(body === undefined ? {} : { body }),
      })
      expect([answer.status, codeOf(answer)]).toEqual([403, 'ORIGIN_REFUSED'])
    },
  )
})

test('nothing of all that was done', async () => {
  expect((await ask(stage, 'GET', '/api-tokens', { cookie })).text).toBe('{"tokens":[]}')
})

test.for([
  ['the own origin', {}],
  ['the own origin, said twice over', { 'sec-fetch-site': 'same-origin' }],
  ['only Sec-Fetch-Site', { origin: undefined, 'sec-fetch-site': 'same-origin' }],
] as const)('with the cookie and %s it is done', async ([, headers]) => {
  expect(
    (await ask(stage, 'POST', '/socket-tickets', { cookie, headers })).as(SocketTicket).ticket,
  ).toHaveLength(43)
})

test.for(BODIES.filter(([type]) => type !== undefined && type !== 'application/json'))(
  'from the own page, %s is no language of the API',
  async ([type, body]) => {
    const answer = await ask(stage, 'POST', '/api-tokens', {
      cookie,
      body,
      headers: { 'content-type': type },
    })
    expect([answer.status, codeOf(answer)]).toEqual([415, 'NOT_JSON'])
  },
)

test('another page cannot sign a browser in', async () => {
  const body = { email: 'owner@harbor.example', password: PASSWORD }
  const answer = await ask(stage, 'POST', '/session', { body, headers: { origin: 'https://evil.example' } })
  expect([answer.status, codeOf(answer), answer.headers['set-cookie']]).toEqual([
    403,
    'ORIGIN_REFUSED',
    undefined,
  ])
})

test('reading asks for no origin: it changes nothing', async () => {
  expect((await ask(stage, 'GET', '/session', { cookie, headers: { origin: undefined } })).status).toBe(200)
})
