import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type PlatformStub, startPlatformStub } from './platform-stub.ts'
import { type RunningBot, startBot } from './start-bot.ts'

const FLOW = new URL('../../flows/export-factory/flow.json', import.meta.url)
const BOT = new URL('platform-bot.mjs', import.meta.url)
const MINUTES = 60_000

let remote: PlatformStub
let bot: RunningBot

function onPlatform(platform: string): void {
  beforeAll(async () => {
    remote = await startPlatformStub()
    bot = await startBot(BOT, FLOW, { platform, remote: remote.url })
  }, 5 * MINUTES)
  afterAll(async () => {
    await bot.stop()
    await remote.stop()
  })
}

async function post(body: string, headers: Readonly<Record<string, string>>): Promise<number> {
  const { status } = await fetch(`${bot.url}/api/messages`, { method: 'POST', body, headers })
  return status
}

describe('Messenger, by signed webhooks', () => {
  onPlatform('facebook')
  const send = (event: object) => {
    const messaging = [{ sender: { id: 'B1' }, recipient: { id: 'PAGE' }, timestamp: 1, ...event }]
    const body = JSON.stringify({ object: 'page', entry: [{ messaging }] })
    const signature = createHmac('sha1', 'secret').update(body).digest('hex')
    return post(body, { 'content-type': 'application/json', 'x-hub-signature': `sha1=${signature}` })
  }

  test('greets, shows buttons, answers a tapped one; a retry is taken once', async () => {
    expect(await send({ message: { mid: 'm1', text: 'hi' } })).toBe(200)
    const asked = await remote.next(4)
    expect(asked[0]).toMatchObject({ host: 'graph.facebook.com', body: { recipient: { id: 'B1' } } })
    expect(asked[1]?.body).toMatchObject({
      message: { attachment: { payload: { template_type: 'button', buttons: [{ title: 'MOQ?' }, {}, {}] } } },
    })
    const [, list] = asked
    const payload = /shopbell:\d+:moq/.exec(JSON.stringify(list?.body))?.[0]
    await send({ postback: { mid: 'm2', title: 'MOQ?', payload } })
    expect(await remote.next(1)).toMatchObject([
      { body: { message: { text: '500 pieces per colour. Your first order may mix two colours.' } } },
    ])
    await send({ postback: { mid: 'm2', title: 'MOQ?', payload } })
    await send({ message: { mid: 'm1', text: 'hi' } })
    await send({ message: { mid: 'm3', text: '500 ml' } })
    expect(await remote.next(1)).toMatchObject([{ body: { message: { text: 'How many pieces?' } } }])
  })
})

describe('Slack, by signed events', () => {
  onPlatform('slack')
  const sign = (body: string, type: string) => {
    const at = '1700000000'
    const signature = createHmac('sha256', 'secret').update(`v0:${at}:${body}`).digest('hex')
    return post(body, {
      'content-type': type,
      'x-slack-request-timestamp': at,
      'x-slack-signature': `v0=${signature}`,
    })
  }
  const say = (text: string, ts: string) =>
    sign(
      JSON.stringify({
        type: 'event_callback',
        team_id: 'T',
        event: { type: 'message', channel_type: 'im', user: 'U1', channel: 'D1', team: 'T', text, ts },
      }),
      'application/json',
    )

  test('greets, shows buttons, answers a tapped one; a retry is taken once', async () => {
    expect(await say('hi', '1.1')).toBe(200)
    const asked = await remote.next(3)
    expect(asked[0]).toMatchObject({ path: '/api/chat.postMessage', body: { channel: 'D1' } })
    expect(asked[1]?.body).toMatchObject({ blocks: [{ type: 'section' }, { type: 'actions' }] })
    const value = /shopbell:\d+:moq/.exec(JSON.stringify(asked[1]?.body))?.[0]
    const tap = JSON.stringify({
      type: 'block_actions',
      trigger_id: 't1',
      team: { id: 'T' },
      user: { id: 'U1' },
      channel: { id: 'D1' },
      actions: [{ type: 'button', action_id: value, value }],
    })
    await sign(`payload=${encodeURIComponent(tap)}`, 'application/x-www-form-urlencoded')
    expect(await remote.next(1)).toMatchObject([
      { body: { text: '500 pieces per colour. Your first order may mix two colours.' } },
    ])
    await say('hi', '1.1')
    await sign(`payload=${encodeURIComponent(tap)}`, 'application/x-www-form-urlencoded')
    await say('500 ml', '1.2')
    expect(await remote.next(1)).toMatchObject([{ body: { text: 'How many pieces?' } }])
  })
})

describe('SMS, by signed webhooks', () => {
  onPlatform('twilio')
  const say = (text: string, sid: string) => {
    const fields = { Body: text, From: '+15550001', MessageSid: sid, NumMedia: '0', To: '+10000000000' }
    const signed = Object.entries(fields).reduce(
      (all, [name, value]) => all + name + value,
      'https://bot.example/api/messages',
    )
    const signature = createHmac('sha1', 'secret').update(signed).digest('base64')
    return post(new URLSearchParams(fields).toString(), {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': signature,
    })
  }

  test('a numbered list, and numbers as answers; a retry is taken once', async () => {
    expect(await say('hi', 'S1')).toBe(200)
    const asked = await remote.next(3)
    expect(asked[1]).toMatchObject({ host: 'api.twilio.com' })
    expect(String(asked[2]?.body['Body'])).toBe(
      'Which size do you need?\n1. 500 ml\n2. 750 ml\n3. 1 litre\n4. Other size',
    )
    await say('2', 'S2')
    await say('2', 'S2')
    expect(await remote.next(1)).toMatchObject([{ body: { Body: 'How many pieces?' } }])
    await say('40', 'S3')
    expect((await remote.next(1))[0]?.body['Body']).toContain('1. Laser')
  })
})

describe('Teams, through the Bot Framework', () => {
  onPlatform('teams')
  const send = (id: string, event: object) =>
    post(
      JSON.stringify({
        type: 'message',
        id,
        channelId: 'msteams',
        serviceUrl: remote.url,
        from: { id: 'U1' },
        recipient: { id: 'BOT' },
        conversation: { id: 'C1' },
        locale: 'en',
        channelData: {},
        ...event,
      }),
      { 'content-type': 'application/json' },
    )

  test('hero cards, a tapped button, and a retry that is taken once', async () => {
    expect(await send('1', { text: 'hi' })).toBe(200)
    const asked = await remote.next(3)
    expect(asked[1]?.body).toMatchObject({
      attachments: [{ content: { buttons: [{ title: 'MOQ?' }, {}, {}, {}, {}] } }],
    })
    const value = /shopbell:\d+:moq/.exec(JSON.stringify(asked[1]?.body))?.[0]
    await send('2', { text: 'MOQ?', value })
    await send('2', { text: 'MOQ?', value })
    expect(await remote.next(1)).toMatchObject([
      { body: { text: '500 pieces per colour. Your first order may mix two colours.' } },
    ])
    await send('3', { text: '500 ml' })
    expect(await remote.next(1)).toMatchObject([{ body: { text: 'How many pieces?' } }])
  })
})
