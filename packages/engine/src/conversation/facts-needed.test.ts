import { describe, expect, test } from 'vitest'
import { BOTTLE_FLOW } from '../testing/bottle-flow.ts'
import { openShop } from '../testing/open-shop.ts'
import type { ReceptionEvent } from './event.ts'
import { factsNeeded } from './facts-needed.ts'

const at = 0
const inRobot = openShop(BOTTLE_FLOW)
inRobot.enter()
const inHuman = openShop(BOTTLE_FLOW)
inHuman.reply('Hi')

describe('what has to be looked up before a step', () => {
  test.for<[string, ReceptionEvent, readonly string[], readonly string[]]>([
    ['opening the chat', { type: 'buyer.entered', at, entry: 'order' }, ['products'], ['products']],
    ['words', { type: 'buyer.said', at, text: 'Hi' }, ['products', 'status'], ['products', 'status']],
    [
      'a card',
      { type: 'buyer.sent', at, card: 'product', ref: 'P1' },
      ['products', 'card', 'status'],
      ['products', 'card', 'status'],
    ],
    [
      'an answer, after which picks may come',
      { type: 'buyer.answered', at, message: 1, value: 1 },
      ['products'],
      [],
    ],
    ['a tap', { type: 'buyer.tapped', at, message: 1, option: 'x' }, ['products'], []],
    [
      'a timeout, after which picks may come',
      { type: 'timer.fired', at, id: 'x', generation: 1 },
      ['products'],
      [],
    ],
    [
      'a status reply whose time has come',
      { type: 'timer.fired', at, id: 'status.away', generation: 1 },
      ['status'],
      ['status'],
    ],
    ['a person’s word', { type: 'agent.replied', at, agent: 'li', text: 'Hi' }, [], []],
    ['giving it back', { type: 'agent.returned', at, agent: 'li' }, [], []],
    ['closing', { type: 'closed', at, by: 'li' }, [], []],
  ])('%s', ([, event, byRobot, byHuman]) => {
    expect(factsNeeded(null, event)).toEqual(byRobot)
    expect(factsNeeded(inRobot.session(), event)).toEqual(byRobot)
    expect(factsNeeded(inHuman.session(), event)).toEqual(byHuman)
  })
})
