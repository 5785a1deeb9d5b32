import { describe, expect, test } from 'vitest'
import { UNKNOWN_BUYER } from '../conversation/buyer-record.ts'
import type { FlowDocument } from '../document/flow-document.ts'
import { PROFILES } from '../flow/profiles.ts'
import { BOTTLE_FLOW, bottlesSaying, bottlesWith } from '../testing/bottle-flow.ts'
import { DAY_MS } from '../time/duration.ts'
import type { BuyerAct } from './buyer-act.ts'
import { playable, playConversation, type PlaySetting } from './play-conversation.ts'

const STARTS_AT = Date.parse('2026-03-02T01:30:00Z')
const SETTING: PlaySetting = {
  profile: PROFILES.marketplace,
  storeName: 'Harbor',
  timeZone: 'Asia/Shanghai',
  locales: ['en'],
  buyer: UNKNOWN_BUYER,
  products: [{ ref: 'P1', title: 'Trail' }],
  startsAt: STARTS_AT,
}

const play = (
  acts: readonly BuyerAct[],
  document: FlowDocument = BOTTLE_FLOW,
  setting: Partial<PlaySetting> = {},
) => playConversation(playable(document), { ...SETTING, ...setting }, acts)

const said = ({ messages }: ReturnType<typeof play>): readonly string[] =>
  messages.map(({ content }) => ('text' in content ? (content.text ?? '') : ''))
const ways = ({ steps }: ReturnType<typeof play>): readonly string[] =>
  steps.flatMap(({ links }) => links.map(({ block, port }) => block + port))

const sized: BuyerAct = { type: 'tap', source: 'ask-size', option: 'small' }

describe('a conversation that is tried', () => {
  test('says what buyers get, message by message', () => {
    expect(said(play([{ type: 'tap', source: 'faq', option: 'ship' }, sized]))).toEqual([
      'Hello there, this is Harbor.',
      'Our picks:',
      'Tap one:',
      'Which size?',
      'Shipping?',
      'In 3 days.',
      'Small',
      'How many?',
    ])
  })

  test('speaks the buyer’s language', () => {
    expect(said(play([], BOTTLE_FLOW, { locales: ['zh-CN'] }))[0]).toBe('您好，Harbor。')
  })

  test('stands at the open question, and at the last block once the path is over', () => {
    expect(play([]).steps.at(-1)?.now).toBe('ask-size')
    expect(play([{ type: 'wait' }, { type: 'wait' }]).steps.at(-1)?.now).toBe('bye')
  })

  test('knows the links it took, through blocks that say nothing and past one that is off', () => {
    expect(ways(play([]))).toEqual(['hello/next', 'picks/next', 'faq/next'])
    const off = bottlesWith({ picks: { kind: 'recommendation', enabled: false, next: 'faq' } })
    expect(ways(play([], off))).toEqual(['hello/next', 'picks/next', 'faq/next'])
    const answers: readonly BuyerAct[] = [
      sized,
      { type: 'say', text: '2000' },
      { type: 'answer', source: 'ask-extras', value: ['logo'] },
      { type: 'say', text: 'No' },
      { type: 'say', text: '2026-04-01' },
    ]
    expect(ways(play(answers)).slice(-2)).toEqual(['ask-date/next', 'many/cases/0/next'])
  })

  test('tells two choices apart that lead to the same block', () => {
    const ask = BOTTLE_FLOW.blocks['ask-size']
    if (ask?.kind !== 'smart-question') throw new Error('The sample asks for the size')
    const choices = ['small', 'large', 'other'].map((id) => ({ id, next: 'custom' }))
    const both = bottlesWith({ 'ask-size': { ...ask, choices } })
    expect(ways(play([{ type: 'tap', source: 'ask-size', option: 'large' }], both))).toContain(
      'ask-size/choices/1/next',
    )
  })

  test('lets time pass only when it is told to', () => {
    const { waiting, messages } = play([])
    expect(waiting).toEqual({ kind: 'reminder', block: 'ask-size', afterMs: 600_000 })
    expect(messages.every(({ at }) => at === STARTS_AT)).toBe(true)
    const waited = play([{ type: 'wait' }])
    expect(said(waited).at(-1)).toBe('Still there?')
    expect(waited.messages.at(-1)?.at).toBe(STARTS_AT + 600_000)
    expect(waited.waiting).toEqual({ kind: 'timeout', block: 'ask-size', afterMs: 3_000_000 })
  })

  test('gives the reason for a silence', () => {
    const known = { ...UNKNOWN_BUYER, lastContactAt: STARTS_AT - 2 * DAY_MS }
    const { steps } = play([{ type: 'say', text: 'Hi' }], BOTTLE_FLOW, {
      buyer: known,
      profile: PROFILES.alibaba,
    })
    expect(steps.map(({ refusals }) => refusals)).toEqual([
      [{ code: 'WAITS_FOR_MESSAGE' }],
      [{ code: 'CONTACT_TOO_RECENT', because: { days: 2 } }],
    ])
  })

  test('goes to a person', () => {
    expect(play([{ type: 'choose', item: 'person' }]).handling).toBe('waiting')
  })
})

describe('the same acts on a flow that changed', () => {
  const acts: readonly BuyerAct[] = [{ type: 'tap', source: 'faq', option: 'ship' }, sized]

  test('are played on its new words', () => {
    expect(said(play(acts, bottlesSaying({ 'faq.ship.answer': 'In 2 days.' })))).toContain('In 2 days.')
  })

  test('stop at the first that it no longer offers, and say which', () => {
    const without = bottlesWith({
      faq: { kind: 'faq', questions: [{ id: 'price', enabled: true }], next: 'ask-size' },
    })
    const { unfit, steps } = play(acts, without)
    expect(unfit).toEqual({ act: 0, refusal: { code: 'NOT_HELD' } })
    expect(steps).toHaveLength(1)
    expect(play([{ type: 'tap', source: 'gone', option: 'a' }]).unfit?.act).toBe(0)
  })

  test('an endless circle is thrown, not run', () => {
    const circle = bottlesWith({ picks: { kind: 'recommendation', next: 'hello' } })
    expect(() => play([], circle)).toThrow()
  })
})
