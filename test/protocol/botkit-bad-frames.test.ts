import { afterAll, beforeAll, expect, test } from 'vitest'
import { botkitBrowser } from '../tools/raw-botkit.ts'
import { type ConsoleStage, openConsoleStage } from './console-stage/open-console-stage.ts'
import { publishSample } from './console-stage/publish-sample.ts'

let stage: ConsoleStage
beforeAll(async () => {
  stage = await openConsoleStage()
  await publishSample(stage, await stage.addStore('alder'))
})
afterAll(() => stage.close())

async function enter(user: string) {
  const chat = await botkitBrowser(stage.url()).open()
  chat.send({ type: 'hello', user })
  await chat.next(3)
  return chat
}

test.for([
  ['no JSON', '{', 'NOT_UNDERSTOOD'],
  ['a number', '7', 'NOT_UNDERSTOOD'],
  ['bytes', Buffer.from([1, 2]), 'NOT_UNDERSTOOD'],
  ['another type', { type: 'reaction', user: 'u' }, 'NOT_UNDERSTOOD'],
  ['nobody', { type: 'hello' }, 'NOT_UNDERSTOOD'],
  ['a guid without end', { type: 'hello', user: 'u'.repeat(201) }, 'NOT_UNDERSTOOD'],
  ['a key that reaches prototypes', '{"type":"hello","user":"u","__proto__":{"a":1}}', 'NOT_UNDERSTOOD'],
  ['half a character', '{"type":"hello","user":"\\ud800"}', 'BAD_TEXT'],
  ['a script of a bot', { type: 'trigger', user: 'u', script: 'menu' }, 'NOT_OFFERED'],
] as const)('%s is refused, and the socket goes on', async ([, frame, code]) => {
  const browser = botkitBrowser(stage.url())
  const chat = await browser.open()
  chat.send(frame)
  expect(await chat.refusal()).toBe(code)
  chat.send({ type: 'hello', user: 'u' })
  await chat.next(3)
  if (typeof frame === 'string' || !Buffer.isBuffer(frame))
    expect((await browser.post(frame)).body).toMatchObject({ code: expect.stringMatching(code) })
  chat.leave()
})

test('a text too long is refused in words that the buyer sees', async () => {
  const chat = await enter('long')
  chat.send({ type: 'message', text: 'x'.repeat(4_001), user: 'long' })
  expect(await chat.refusal()).toBe('NOT_UNDERSTOOD')
  expect((await chat.next(1))[0]?.text).toMatch(/shorter/)
  chat.leave()
})

test('a frame too big ends the socket', async () => {
  const chat = await enter('big')
  chat.send('x'.repeat(70_000))
  expect((await chat.closed).code).toBe(4413)
})

test('a form of another site is refused: it speaks no JSON', async () => {
  const browser = botkitBrowser(stage.url())
  const posted = await browser.post('type=hello&user=u', {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  expect(posted.body).toMatchObject({ code: 'NOT_JSON' })
})
