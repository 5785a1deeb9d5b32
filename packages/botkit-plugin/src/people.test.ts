import { describe, expect, test } from 'vitest'
import { BOTTLE_FLOW } from '../../engine/src/testing/bottle-flow.ts'
import type { Handoff, ReceptionOptions } from './options.ts'
import { reception, type ReceptionControls } from './reception.ts'
import { type FakeBotkit, fakeBotkit } from './testing/fake-botkit.ts'

const MONDAY_NOON = Date.parse('2026-03-02T12:00:00Z')

function open(options: Partial<ReceptionOptions> = {}, channelId = 'websocket'): FakeBotkit {
  const usual = { flow: BOTTLE_FLOW, storeName: 'Harbor', now: () => MONDAY_NOON }
  return fakeBotkit(reception({ ...usual, ...options }), { channelId })
}

const words = ({ said }: FakeBotkit) => said.splice(0).map(({ text }) => text)

/** What a bot does with `controller.plugins.reception`, for the one conversation there is. */
function people(chat: FakeBotkit, channelId = 'websocket') {
  const controls = chat.extension()
  if (!isControls(controls)) throw new Error('The plugin adds its controls')
  const key = controls.conversationOf({
    ...{ type: 'message', user: 'buyer', channel: 'chat', reference: null },
    incoming_message: { channelId },
  })
  return {
    joins: () => controls.personJoined(key, 'li'),
    says: (text: string, agent = 'li') => controls.personSaid(key, agent, text),
    leaves: () => controls.personLeft(key, 'li'),
  }
}
const isControls = (value: object): value is ReceptionControls => 'personSaid' in value

describe('a person speaks through the bot', () => {
  test.for(['polite', 'exclusive'] as const)(
    '%s: their words reach the buyer, the robot is silent but for what is tapped, words are the person’s (STA-02)',
    async (mode) => {
      const chat = open({ mode })
      await chat.receive({ type: 'hello' })
      const { says, leaves } = people(chat)
      chat.said.splice(0)
      expect(await says('Good morning, this is Li.')).toBe(true)
      expect(words(chat)).toEqual(['Good morning, this is Li.'])
      for (const text of ['small', 'What is the price?']) await chat.receive({ text })
      // As Botkit’s web chat sends what was tapped: as the words of the button.
      await chat.receive({ text: 'Price?' })
      expect(words(chat)).toEqual(['10 each.'])
      expect(await leaves()).toBe(true)
      expect(await leaves()).toBe(false)
      expect(words(chat)).toEqual(['The robot is back to answer common questions.'])
    },
  )

  test('a number answers the person, and no list: words that are called like an option still do', async () => {
    const chat = open({}, 'twilio-sms')
    await chat.receive({ type: 'hello' })
    await people(chat, 'twilio-sms').says('How many do you need?')
    chat.said.splice(0)
    await chat.receive({ text: '1' })
    expect(words(chat)).toEqual([])
    await chat.receive({ text: 'Shipping?' })
    expect(words(chat)).toHaveLength(1)
  })

  test('of nobody the reception knows nothing, and says so', async () => {
    const chat = open()
    expect(await people(chat).says('Hello?')).toBe(false)
    expect(chat.said).toEqual([])
  })
})

describe('who wants a person gets one by saying so, also where the bot has words of its own', () => {
  test.for(['Talk to a person', 'talk to a person!', '转人工'])('%s', async (text) => {
    const handoffs: Handoff[] = []
    const chat = open({ onHandoff: (handoff) => handoffs.push(handoff) })
    await chat.receive({ type: 'hello' })
    chat.said.splice(0)
    await chat.receive({ text })
    expect(words(chat)).toEqual(['A person will answer you here.'])
    expect(handoffs).toMatchObject([{ group: 'general', message: { text } }])
    expect(chat.heard).toEqual([])
  })
})

describe('a product that a buyer sends', () => {
  const products = [{ ref: 'TRAIL-750', title: 'Trail 750' }]
  const productOf: ReceptionOptions['productOf'] = ({ value }) =>
    typeof value === 'string' ? value : undefined

  test('asks the smart questions of it, once, and what is known is not asked again', async () => {
    const chat = open({ products, productOf })
    await chat.receive({ type: 'hello' })
    await chat.receive({ text: 'small' })
    chat.said.splice(0)
    await chat.receive({ text: 'this one', value: 'TRAIL-750' })
    expect(words(chat)).toEqual(['How many?'])
    await chat.receive({ text: 'this one', value: 'TRAIL-750' })
    expect(words(chat)).toEqual([])
  })

  test('that the shop does not have is words', async () => {
    const chat = open({ products, productOf })
    await chat.receive({ type: 'hello' })
    chat.said.splice(0)
    await chat.receive({ text: 'small', value: 'GONE' })
    expect(words(chat)).toEqual(['How many?'])
  })
})

describe('hours', () => {
  const people = { monday: ['13:00-18:00'] }

  test('the robot begins nothing while it is off', async () => {
    const chat = open({ hours: { robot: { monday: ['18:00-09:00'] } } })
    await chat.receive({ type: 'hello' })
    await chat.receive({ text: 'Hello?' })
    expect(chat.said).toEqual([])
    expect(chat.heard).toEqual(['hello', 'Hello?'])
  })

  test('who writes to people while nobody is there reads when somebody is', async () => {
    const chat = open({ mode: 'exclusive', hours: { people }, awayReply: 'We are back {{store.opens}}.' })
    await chat.receive({ type: 'hello' })
    for (const text of ['small', '5', 'box', 'no', 'soon']) await chat.receive({ text })
    chat.said.splice(0)
    await chat.receive({ text: 'Is anybody there?' })
    expect(words(chat)).toEqual([expect.stringMatching(/^We are back Monday .*13:00 \(UTC\)\.$/)])
  })

  test('hours that cannot be read are refused when the plugin is made', () => {
    expect(() => open({ hours: { people: { monday: ['9 to 5'] } } })).toThrow(
      'write “9 to 5” like 09:00-18:00',
    )
  })
})

describe('what the robot says for a person (STS-01, STS-02, STS-03)', () => {
  const replies = {
    ...{ firstReply: 'Li reads it now.', busyReply: 'Li is in a meeting.', closingReply: 'Any time!' },
    busyNow: (agent: string) => agent === 'li' && isBusy,
  }
  let isBusy = false

  async function waiting(options: Partial<ReceptionOptions> = {}) {
    isBusy = false
    const chat = open({ ...replies, ...options })
    await chat.receive({ type: 'hello' })
    await chat.receive({ text: 'Talk to a person' })
    chat.said.splice(0)
    return chat
  }

  test('the first message that reaches a person gets a reply, once', async () => {
    const chat = await waiting()
    await people(chat).joins()
    for (const text of ['Hello?', 'Are you there?']) await chat.receive({ text })
    expect(words(chat)).toEqual(['A person has joined.', 'Li reads it now.'])
  })

  test('who is busy is said to be, also after they have written; the conversation stays theirs', async () => {
    const chat = await waiting()
    await people(chat).says('Good morning.')
    await people(chat).says('Which size?', 'mei')
    isBusy = true
    chat.said.splice(0)
    await chat.receive({ text: 'The big one' })
    expect(words(chat)).toEqual(['Li is in a meeting.'])
  })

  test('thanks get the reply for thanks', async () => {
    const chat = await waiting()
    await people(chat).joins()
    await people(chat).says('It is on its way.')
    isBusy = true
    chat.said.splice(0)
    await chat.receive({ text: 'Thank you!' })
    expect(words(chat)).toEqual(['Any time!'])
  })

  test('once the robot has it again, nothing is said for people', async () => {
    const chat = await waiting()
    await people(chat).joins()
    await people(chat).leaves()
    isBusy = true
    chat.said.splice(0)
    await chat.receive({ text: 'What about the colour?' })
    expect(words(chat)).not.toContain('Li is in a meeting.')
  })
})
