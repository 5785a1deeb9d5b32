import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { BOTTLE_FLOW } from '../../engine/src/testing/bottle-flow.ts'
import type { Handoff, ReceptionOptions } from './options.ts'
import { reception } from './reception.ts'
import { type FakeBotkit, fakeBotkit, type FakeStorage, fakeStorage } from './testing/fake-botkit.ts'

// Two processes on one storage, as two plugins; on real databases and the real Botkit in test/botkit.

let storage: FakeStorage

function open(options: Partial<ReceptionOptions> = {}): FakeBotkit {
  const usual: ReceptionOptions = { flow: BOTTLE_FLOW, now: Date.now, onError: () => undefined }
  return fakeBotkit(reception({ ...usual, ...options }), { storage })
}

const words = ({ said }: FakeBotkit) => said.splice(0).map(({ text }) => text)

beforeEach(() => {
  storage = fakeStorage()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('what one process says', () => {
  test('no other says too, however the two are asked at once', async () => {
    const [one, other] = [open(), open()]
    await one.receive({ type: 'hello' })
    const greeted = words(one)
    await Promise.all([
      ...[one, other].map((bot) => bot.receive({ text: 'small', id: 'a1' })),
      ...[one, other].map((bot) => bot.receive({ text: '40', id: 'a2' })),
    ])
    expect(greeted).toHaveLength(3)
    expect([...words(one), ...words(other)].toSorted()).toEqual(['Any extras?', 'How many?'])
  })

  test('the other waits for; one that never ends is taken for dead after ten seconds, and its words are said', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] })
    const [dying, other] = [open(), open()]
    await dying.receive({ type: 'hello' })
    dying.saysNothingMore()
    void dying.receive({ text: 'small' })
    await vi.waitFor(() => expect([...storage.items.values()].join()).toContain('How many?'))
    const answered = other.receive({ text: '40' })
    await vi.advanceTimersByTimeAsync(9_000)
    expect(words(other)).toEqual([])
    await vi.advanceTimersByTimeAsync(2_000)
    await answered
    expect(words(other)).toEqual(['How many?', 'Any extras?'])
  })
})

test('who waits for a person is told of by another process, where the one died that should have', async () => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
  })
  const handoffs: Handoff[] = []
  const dying = open({ onHandoff: () => new Promise(() => undefined) })
  open({ onHandoff: (handoff) => handoffs.push(handoff) })
  await dying.receive({ type: 'hello' })
  for (const text of ['small', '5', 'box', 'no']) await dying.receive({ text })
  void dying.receive({ text: 'soon' })
  await vi.waitFor(() => expect(dying.said.at(-1)?.text).toContain('Sales noted:'))
  await vi.advanceTimersByTimeAsync(80_000)
  await vi.waitFor(() =>
    expect(handoffs).toMatchObject([{ group: 'sales', answers: { size: 'small' }, message: null }]),
  )
})

test('a reminder comes once, from the process that heard the buyer last', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] })
  const [one, other] = [open(), open()]
  await one.receive({ type: 'hello' })
  one.said.splice(0)
  // By now the other knows of it, too.
  await vi.advanceTimersByTimeAsync(120_000)
  await vi.advanceTimersByTimeAsync(480_000)
  await vi.waitFor(() => expect(one.said).toHaveLength(1))
  expect(words(one)).toEqual(['Still there?'])
  await vi.waitFor(() => expect([...storage.items.values()].join()).not.toContain('"inHand":{'))
  await vi.advanceTimersByTimeAsync(9_000)
  expect(words(other)).toEqual([])
})
