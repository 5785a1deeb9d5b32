import { describe, expect, test, vi } from 'vitest'
import { BOTTLE_FLOW } from '../../engine/src/testing/bottle-flow.ts'
import type { Handoff, ReceptionOptions } from './options.ts'
import { reception, type ReceptionControls } from './reception.ts'
import { type FakeBotkit, fakeBotkit, fakeStorage } from './testing/fake-botkit.ts'

const NOON = Date.parse('2026-03-02T12:00:00Z')

function open(
  options: Partial<ReceptionOptions> = {},
  around: Parameters<typeof fakeBotkit>[1] = {},
): FakeBotkit {
  const errors: ReceptionOptions = {
    flow: BOTTLE_FLOW,
    storeName: 'Harbor',
    now: () => NOON,
    onError: () => undefined,
  }
  return fakeBotkit(reception({ ...errors, ...options }), around)
}
const words = ({ said }: FakeBotkit) => said.splice(0).map(({ text }) => text)

/** What the plugin hangs on `controller.plugins`. */
function controlsOf({ extension }: FakeBotkit): ReceptionControls {
  const controls = extension()
  if (!isControls(controls)) throw new Error('The plugin adds its controls')
  return controls
}
const isControls = (value: object): value is ReceptionControls => 'personJoined' in value

describe('a conversation', () => {
  test('greets, lists, asks one by one, answers taps in between, sums up and hands over once', async () => {
    const handoffs: Handoff[] = []
    const chat = open({ onHandoff: (handoff) => handoffs.push(handoff) })
    await chat.receive({ type: 'hello' })
    expect(chat.said.splice(0)).toEqual([
      { text: 'Hello there, this is Harbor.' },
      {
        text: 'Tap one:',
        quick_replies: [
          { title: 'Shipping?', payload: 'Shipping?' },
          { title: 'Price?', payload: 'Price?' },
        ],
      },
      {
        text: 'Which size?',
        quick_replies: [
          { title: 'Small', payload: 'Small' },
          { title: 'Large', payload: 'Large' },
          { title: 'Another', payload: 'Another' },
        ],
      },
    ])
    await chat.receive({ text: 'Price?' })
    expect(words(chat)).toEqual(['10 each.'])
    for (const text of ['small', '1200 pcs', 'logo', 'no', '2026-05-01']) await chat.receive({ text })
    expect(words(chat).at(-1)).toContain('Key accounts noted:')
    expect(handoffs).toMatchObject([
      { group: 'key', answers: { size: 'small', quantity: 1_200, extras: ['logo'], remark: 'no' } },
    ])
  })

  test('a recommendation shows the shop’s products', async () => {
    const chat = open({
      products: () => [{ ref: 'a', title: 'Trail 750', price: '3.75', url: 'https://shop.example/a' }],
    })
    await chat.receive({ type: 'hello' })
    expect(words(chat)).toContain('Our picks:\nTrail 750 · 3.75 · https://shop.example/a')
  })
})

describe('polite', () => {
  test('what the reception has nothing to say to goes on to the bot, and does not wait for a person', async () => {
    const onHandoff = vi.fn()
    const chat = open({ onHandoff })
    await chat.receive({ type: 'hello' })
    for (const text of ['small', '5', 'box', 'no', 'soon']) await chat.receive({ text })
    onHandoff.mockClear()
    chat.said.splice(0)
    await chat.receive({ text: 'tell me a joke' })
    expect(chat.heard).toEqual(['tell me a joke'])
    expect(chat.said).toEqual([])
    expect(onHandoff).not.toHaveBeenCalled()
  })

  test('exclusive keeps every message to itself', async () => {
    const chat = open({ mode: 'exclusive' })
    await chat.receive({ type: 'hello' })
    for (const text of ['small', '5', 'box', 'no', 'soon', 'tell me a joke']) await chat.receive({ text })
    expect(chat.heard).toEqual([])
  })

  test('events that are nobody’s words are the bot’s', async () => {
    const chat = open()
    await chat.receive({ type: 'reaction_added' })
    expect(chat.heard).toEqual(['reaction_added'])
  })
})

describe('what Botkit does not care for', () => {
  test('of two quick answers none is lost, and they are asked in order', async () => {
    const chat = open()
    await chat.receive({ type: 'hello' })
    chat.said.splice(0)
    await Promise.all(['small', '40', 'box'].map((text) => chat.receive({ text })))
    expect(words(chat)).toEqual(['How many?', 'Any extras?', 'Anything else?'])
  })

  test('two processes on one storage lose no answer', async () => {
    const storage = fakeStorage()
    const [one, other] = [open({}, { storage }), open({}, { storage })]
    await one.receive({ type: 'hello' })
    await Promise.all([one.receive({ text: 'small' }), other.receive({ text: '40' })])
    const last = [...storage.items.values()].find((text) => text.includes('"quantity"'))
    expect(JSON.parse(last ?? '{}').kept.session.context.answers).toMatchObject({ size: expect.anything() })
    expect(JSON.parse(last ?? '{}').kept.session.context.answers).toHaveProperty('quantity')
  })

  test('what a platform sends again is taken once', async () => {
    const chat = open()
    await chat.receive({ type: 'hello', id: 'a1' })
    await chat.receive({ text: 'small', id: 'a2' })
    chat.said.splice(0)
    await chat.receive({ text: 'small', id: 'a2' })
    expect(chat.said).toEqual([])
    await chat.receive({ text: '5', id: 'a3' })
    expect(words(chat)).toEqual(['Any extras?'])
  })

  test.for(['polite', 'exclusive'] as const)(
    '%s: coming back asks the open question again and answers nothing',
    async (mode) => {
      const chat = open({ mode })
      await chat.receive({ type: 'hello' })
      await chat.receive({ text: 'small' })
      chat.said.splice(0)
      await chat.receive({ type: 'welcome_back', text: 'welcome_back' })
      expect(words(chat)).toEqual(['How many?'])
      await chat.receive({ text: '7' })
      expect(words(chat)).toEqual(['Any extras?'])
    },
  )

  test('a storage that fails for a moment is tried again; one that stays away costs the buyer a sentence, not the process', async () => {
    const errors: unknown[] = []
    const chat = open({ onError: (error) => errors.push(error) })
    chat.storage.fail.writes = 2
    await chat.receive({ type: 'hello' })
    expect(words(chat)).toHaveLength(3)
    expect(errors).toEqual([])
    chat.storage.fail.writes = 99
    await chat.receive({ text: 'small' })
    expect(words(chat)).toEqual(['Sorry, that was not saved. Please send it again.'])
    expect(errors).toHaveLength(1)
    chat.storage.fail.writes = 0
    await chat.receive({ text: 'small' })
    expect(words(chat)).toEqual(['How many?'])
  })

  test('words that the platform refused are said with the next ones, in order', async () => {
    const chat = open()
    chat.refuseReplies = 1
    await chat.receive({ type: 'hello' })
    expect(words(chat)).toEqual([])
    await chat.receive({ text: 'Price?' })
    expect(words(chat)).toEqual(['Hello there, this is Harbor.', 'Tap one:', 'Which size?', '10 each.'])
  })

  test('a handoff callback that throws ends nothing', async () => {
    const errors: unknown[] = []
    const chat = open({
      onError: (error) => errors.push(error),
      onHandoff: () => {
        throw new Error('the help desk is down')
      },
    })
    await chat.receive({ type: 'hello' })
    for (const text of ['small', '5', 'box', 'no', 'soon']) await chat.receive({ text })
    expect(errors).toMatchObject([{ message: 'the help desk is down' }])
    expect(words(chat).at(-1)).toContain('Sales noted:')
  })
})

describe('a flow or rule book that cannot run is refused when the plugin is made', () => {
  test.for([
    ['text that is no JSON', { flow: '{' }, 'NOT_JSON'],
    [
      'a flow with errors',
      { flow: { ...BOTTLE_FLOW, entries: { reception: 'gone' } } },
      'The flow cannot run',
    ],
    ['an unknown rule book', { flow: BOTTLE_FLOW, profile: 'taobao' }, 'no rule book “taobao”; use one of'],
  ] as const)('%s', ([, options, message]) => {
    expect(() => reception(options)).toThrow(message)
  })
})

describe('timers', () => {
  test('a silent buyer is reminded and then said goodbye to, also by a process that was started later', async () => {
    vi.useFakeTimers({ now: NOON, toFake: ['setTimeout', 'clearTimeout', 'Date'] })
    try {
      const storage = fakeStorage()
      const first = open({ now: Date.now }, { storage })
      await first.receive({ type: 'hello' })
      first.said.splice(0)
      await vi.advanceTimersByTimeAsync(599_000)
      expect(words(first)).toEqual([])
      await vi.advanceTimersByTimeAsync(2_000)
      await vi.waitFor(() => expect(first.said).toHaveLength(1))
      expect(words(first)).toEqual(['Still there?'])

      vi.clearAllTimers()
      const later = open({ now: Date.now }, { storage })
      await vi.waitFor(() => expect(vi.getTimerCount()).toBeGreaterThan(0))
      // A little later than the process would that heard the buyer, which may still be there.
      await vi.advanceTimersByTimeAsync(3_605_000)
      await vi.waitFor(() => expect(later.said).toHaveLength(1))
      expect(words(later)).toEqual(['Come back any time.'])
    } finally {
      vi.useRealTimers()
    }
  })

  test('an answer takes the reminder back', async () => {
    vi.useFakeTimers({ now: NOON, toFake: ['setTimeout', 'clearTimeout', 'Date'] })
    try {
      const chat = open({ now: Date.now })
      await chat.receive({ type: 'hello' })
      await chat.receive({ text: 'small' })
      chat.said.splice(0)
      await vi.advanceTimersByTimeAsync(7_200_000)
      expect(words(chat)).toEqual([])
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('people', () => {
  test('while a person has the conversation the robot is silent but for taps, and may be given it back', async () => {
    const chat = open({ mode: 'exclusive' })
    await chat.receive({ type: 'hello' })
    chat.said.splice(0)
    const { conversationOf, personJoined, personLeft } = controlsOf(chat)
    const key = conversationOf({
      type: 'message',
      user: 'buyer',
      channel: 'chat',
      reference: null,
      incoming_message: { channelId: 'websocket' },
    })
    await personJoined(key, 'li')
    expect(words(chat)).toEqual(['A person has joined.'])
    await chat.receive({ text: 'small' })
    expect(words(chat)).toEqual([])
    await personLeft(key, 'li')
    expect(words(chat)).toEqual(['The robot is back to answer common questions.'])
    await chat.receive({ text: 'Price?' })
    expect(words(chat)).toEqual(['10 each.'])
  })
})

describe('buyers who answer with numbers', () => {
  test('a number names an option of the newest list, unless a question without options is open', async () => {
    const chat = open({}, { channelId: 'twilio-sms' })
    await chat.receive({ type: 'hello' })
    expect(words(chat).at(-1)).toBe('Which size?\n1. Small\n2. Large\n3. Another')
    await chat.receive({ text: '3' })
    expect(words(chat)).toEqual(['We make any size.', 'How many?'])
    await chat.receive({ text: '2' })
    expect(words(chat)).toEqual(['Any extras?\n1. Logo\n2. Gift box'])
    await chat.receive({ text: ' 2. ' })
    expect(words(chat)).toEqual(['Anything else?'])
  })
})

describe('buyers who tap buttons', () => {
  test.for([
    ['facebook', { type: 'facebook_postback', text: 'shopbell:3:price' }],
    ['slack', { type: 'block_actions', text: 'shopbell:3:price' }],
    ['msteams', { text: 'Price?', value: 'shopbell:3:price' }],
  ] as const)('on %s a list is answered as often as it is tapped', async ([channelId, tap]) => {
    const chat = open({ products: () => [{ ref: 'a', title: 'Trail 750' }] }, { channelId })
    await chat.receive({ type: 'hello' })
    chat.said.splice(0)
    await chat.receive(tap)
    await chat.receive(tap)
    expect(words(chat)).toEqual(['10 each.', '10 each.'])
  })

  test('a tap that was never offered is nobody’s: the bot hears it', async () => {
    const chat = open({}, { channelId: 'facebook' })
    await chat.receive({ type: 'hello' })
    chat.said.splice(0)
    await chat.receive({ type: 'facebook_postback', text: 'shopbell:99:price' })
    expect(chat.said).toEqual([])
    expect(chat.heard).toEqual(['shopbell:99:price'])
  })
})
