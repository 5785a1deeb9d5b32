import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eraseBuyer } from '../../packages/server/src/inbox/privacy/erase-buyer.ts'
import { eventually } from '../tools/eventually.ts'
import { botkitBrowser } from '../tools/raw-botkit.ts'
import { addAccount } from './console-stage/add-account.ts'
import { asOperator } from './console-stage/as-operator.ts'
import { type ConsoleStage, openConsoleStage } from './console-stage/open-console-stage.ts'
import { publishSample } from './console-stage/publish-sample.ts'

const GREETED = ['Hello and welcome', 'You can tap a question at any time:', 'Which size do you need?']
const MOQ = '500 pieces per colour. Your first order may mix two colours.'

let stage: ConsoleStage
let storeId: number
let agent: { readonly accountId: number; readonly publicId: string; readonly name: string }

beforeAll(async () => {
  stage = await openConsoleStage({ environment: { SHOPBELL_BOTKIT: 'root' } })
  storeId = await stage.addStore('alder')
  await publishSample(stage, storeId)
  const account = await addAccount(stage, storeId, { email: 'mei@alder.example', role: 'agent' })
  agent = { accountId: account.id, publicId: account.publicId, name: 'Mei' }
})
afterAll(() => stage.close())

let guids = 0
const newGuid = () => `guid-${String((guids += 1))}`

/** The conversation that began last. */
function newest() {
  return asOperator(stage, (tx) =>
    tx.selectFrom('conversation').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow(),
  )
}

async function replyTo(conversation: string, text: string): Promise<void> {
  const id = `console-lane.${String((guids += 1))}`
  expect(await stage.reception.reply(storeId, conversation, { agent, id, text })).toHaveProperty('seq')
}

async function enter(path = '/botkit') {
  const browser = botkitBrowser(stage.url())
  const user = newGuid()
  const chat = await browser.open({ path })
  chat.send({ type: 'hello', user, channel: 'socket', user_profile: null })
  const greeted = await chat.next(3)
  const say = (text: string) => chat.send({ type: 'message', text, user, channel: 'websocket' })
  return { browser, user, chat, greeted, say }
}

describe('by socket', () => {
  test.for(['/botkit', '/', '/botkit?store=alder'])('a buyer is received at %s', async (path) => {
    const { chat, greeted, say } = await enter(path)
    expect(greeted.map(({ text }, at) => text.startsWith(GREETED[at]!))).toEqual([true, true, true])
    expect(greeted[1]?.quick_replies?.[0]).toEqual({ title: 'MOQ?', payload: 'MOQ?' })
    say('MOQ?')
    expect(await chat.next(1)).toMatchObject([{ text: MOQ }])
    say('750 ml')
    expect(await chat.next(1)).toMatchObject([{ text: 'How many pieces?' }])
    say('1200')
    expect((await chat.next(1))[0]?.quick_replies).toContainEqual({ title: 'Laser', payload: 'Laser' })
    chat.leave()
  })

  test('two quick answers are both taken, in order', async () => {
    const { chat, say } = await enter()
    say('500 ml')
    say('300')
    expect((await chat.next(2)).map(({ text }) => text)).toEqual([
      'How many pieces?',
      'How shall we put your logo on? Choose one or more.',
    ])
    chat.leave()
  })

  test('who comes back is asked the open question again, which answers nothing', async () => {
    const { browser, chat, user } = await enter()
    await eventually(async () => expect((await newest()).readByBuyerSeq).toBe(3))
    chat.leave()
    const again = await browser.open()
    again.send({ type: 'welcome_back', user, channel: 'socket' })
    expect((await again.next(1)).map(({ text }) => text)).toEqual(['Which size do you need?'])
    again.send({ type: 'message', text: '500 ml', user })
    expect((await again.next(1)).map(({ text }) => text)).toEqual(['How many pieces?'])
    again.leave()
  })

  test('who comes back hears first what a person wrote meanwhile, once', async () => {
    const { browser, chat, user } = await enter()
    await eventually(async () => expect((await newest()).readByBuyerSeq).toBe(3))
    chat.leave()
    const { publicId } = await newest()
    await replyTo(publicId, 'Good morning, **this** is Mei')
    const again = await browser.open()
    again.send({ type: 'welcome_back', user })
    expect((await again.next(1)).map(({ text }) => text)).toEqual(['Good morning, this is Mei'])
    await eventually(async () => {
      const { head, readByBuyerSeq } = await newest()
      expect(readByBuyerSeq).toBe(head)
    })
    again.leave()
    const third = await browser.open()
    third.send({ type: 'welcome_back', user })
    third.send({ type: 'message', text: 'MOQ?', user })
    expect(await third.next(1)).toMatchObject([{ text: MOQ }])
    third.leave()
  })

  test('a person who types is seen, and while they have the chat only what was tapped is answered', async () => {
    const { chat, say } = await enter()
    const { publicId } = await newest()
    await replyTo(publicId, 'Mei here')
    await chat.next(1)
    await stage.reception.typingByAgent(storeId, publicId, agent.name)
    await eventually(() => expect(chat.heard).toContainEqual({ type: 'typing' }))
    say('How do you do?')
    say('MOQ?')
    expect((await chat.next(1)).map(({ text }) => text)).toEqual([MOQ])
    chat.leave()
  })

  test('words with a tag or a script in them come as words', async () => {
    const { chat } = await enter()
    await replyTo((await newest()).publicId, '<img src=x onerror=alert(1)> [x](javascript:alert(1))')
    const texts = (await chat.next(1)).map(({ text }) => text)
    expect(texts).toEqual(['&lt;img src=x onerror=alert(1)> [x&#93;(javascript:alert(1))'])
    chat.leave()
  })

  test('a buyer who was erased is sent away, and comes again as somebody new', async () => {
    const { browser, chat, user } = await enter()
    const { publicId } = await newest()
    expect(await eraseBuyer(stage, { storeId }, publicId)).toBe(true)
    expect((await chat.closed).code).toBe(4401)
    const again = await browser.open()
    again.send({ type: 'welcome_back', user })
    expect((await again.next(3))[0]?.text).toMatch(GREETED[0]!)
    again.leave()
  })
})

describe('by webhook', () => {
  test('the answers come with the response, and what a person wrote with the next one', async () => {
    const browser = botkitBrowser(stage.url())
    const user = newGuid()
    const hello = await browser.post({ type: 'hello', user, channel: 'webhook' })
    expect(hello.texts.map((text, at) => text.startsWith(GREETED[at]!))).toEqual([true, true, true])
    expect((await browser.post({ type: 'message', text: 'MOQ?', user })).texts).toEqual([MOQ])
    expect((await browser.post({ type: 'welcome_back', user })).texts).toEqual(['Which size do you need?'])
    await replyTo((await newest()).publicId, 'Mei here')
    expect((await browser.post({ type: 'typing', user })).texts).toContain('Mei here')
    expect((await browser.post({ type: 'typing', user })).texts).toEqual([])
  })

  test('of two requests at once each answer is given once', async () => {
    const browser = botkitBrowser(stage.url())
    const user = newGuid()
    await browser.post({ type: 'hello', user })
    const posted = await Promise.all(
      ['500 ml', 'MOQ?'].map((text) => browser.post({ type: 'message', text, user })),
    )
    expect(posted.flatMap(({ texts }) => texts).toSorted()).toEqual([MOQ, 'How many pieces?'])
  })

  test('history is what was shown and said, oldest first', async () => {
    const browser = botkitBrowser(stage.url())
    const user = newGuid()
    expect(await browser.history(user)).toEqual({ success: true, history: [] })
    expect(browser.cookie()).toBeUndefined()
    await browser.post({ type: 'hello', user })
    await browser.post({ type: 'message', text: 'MOQ?', user })
    await replyTo((await newest()).publicId, 'Not shown yet')
    const { history } = await browser.history(user)
    expect(history.map(({ type, text }) => [type, text]).slice(-2)).toEqual([
      ['message_received', 'MOQ?'],
      ['message_sent', MOQ],
    ])
  })
})

describe('who somebody is', () => {
  test('another browser with a buyer’s guid gets a conversation of its own, and reads nothing', async () => {
    const { user, chat, say } = await enter()
    say('my secret is 4711')
    await chat.next(1)
    const thief = botkitBrowser(stage.url())
    expect((await thief.history(user)).history).toEqual([])
    const socket = await thief.open()
    socket.send({ type: 'welcome_back', user })
    expect((await socket.next(3))[0]?.text).toMatch(GREETED[0]!)
    expect((await thief.post({ type: 'message', text: 'Hello?', user })).status).toBe(200)
    expect(JSON.stringify([socket.heard, await thief.history(user)])).not.toContain('4711')
    expect(chat.heard.filter((frame) => frame.type === 'message')).toHaveLength(4)
    socket.leave()
    chat.leave()
  })

  test('a cookie of somebody else’s making is none', async () => {
    const browser = botkitBrowser(stage.url(), 'shopbell-botkit=guessed')
    const { setCookie } = await browser.post({ type: 'hello', user: newGuid() })
    expect(setCookie).toMatch(/^shopbell-botkit=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/)
  })

  test('the cookie is given once, with the answer that opens the socket', async () => {
    const { browser, chat } = await enter()
    expect(chat.setCookie).toMatch(/; HttpOnly; /)
    const again = await browser.open()
    expect(again.setCookie).toBeNull()
    again.leave()
    chat.leave()
  })

  test('a socket stays with its first guid; a new name makes the client come back as that', async () => {
    const { user, chat } = await enter()
    chat.send({ type: 'message', text: 'Hello', user: 'somebody-else' })
    expect(await chat.refusal()).toBe('WRONG_CONVERSATION')
    expect((await chat.next(1))[0]?.text).toMatch(/^Sorry/)
    chat.send({ type: 'identify', user, user_profile: { id: user, name: 'Ann' } })
    chat.send({ type: 'identify', user: 'ann', user_profile: { id: 'ann' } })
    expect((await chat.closed).code).toBe(1_000)
  })

  test('a store that lets in certain pages only lets no other page in here', async () => {
    const strict = await openConsoleStage({ environment: { SHOPBELL_BOTKIT_STORE: 'birch' } })
    try {
      await strict.addStore('cedar')
      const birch = await strict.addStore('birch')
      await asOperator(strict, (tx) =>
        tx
          .updateTable('store')
          .set({ allowedOrigins: JSON.stringify(['https://shop.example']) })
          .where('id', '=', birch)
          .execute(),
      )
      const browser = botkitBrowser(strict.url())
      const frame = { type: 'hello', user: 'a' }
      const from = (origin: string) => ({ headers: { origin } })
      const thief = await browser.open(from('https://thief.example'))
      expect(await thief.refusal()).toBe('ORIGIN_REFUSED')
      expect((await browser.post(frame, from('https://thief.example'))).body).toMatchObject({
        code: 'ORIGIN_REFUSED',
      })
      expect((await browser.post(frame, from('https://shop.example'))).status).toBe(200)
      expect((await browser.post(frame, from(strict.ownOrigin()))).status).toBe(200)
      expect((await browser.post(frame, { path: '/api/messages?store=nobody' })).body).toMatchObject({
        code: 'STORE_UNKNOWN',
      })
    } finally {
      await strict.close()
    }
  })
})

test('a server that goes down sends Botkit’s clients away, too', async () => {
  const ending = await openConsoleStage()
  const only = await ending.addStore('alder')
  await publishSample(ending, only)
  const chat = await botkitBrowser(ending.url()).open()
  chat.send({ type: 'hello', user: 'u' })
  await chat.next(3)
  ending.drain()
  expect((await chat.closed).code).toBe(4503)
  await ending.close()
})

test('a server of several stores does not guess which one is meant', async () => {
  const several = await openConsoleStage()
  await several.addStore('alder')
  await several.addStore('birch')
  const chat = await botkitBrowser(several.url()).open()
  expect(await chat.refusal()).toBe('STORE_UNKNOWN')
  await several.close()
})

test('by default there is no such door', async () => {
  const shut = await openConsoleStage({ environment: { SHOPBELL_BOTKIT: 'off' } })
  const browser = botkitBrowser(shut.url())
  expect((await browser.post({ type: 'hello', user: 'u' })).status).toBe(404)
  await expect(browser.open()).rejects.toThrow('404')
  await expect(browser.open({ path: '/' })).rejects.toThrow('404')
  await shut.close()
})
