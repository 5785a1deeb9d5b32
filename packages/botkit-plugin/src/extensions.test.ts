import { expect, test } from 'vitest'
import { POINTS, POINTS_FLOW } from '../../engine/src/testing/points-extension.ts'
import type { ReceptionOptions } from './options.ts'
import { reception } from './reception.ts'
import { fakeBotkit } from './testing/fake-botkit.ts'

const open = (options: Partial<ReceptionOptions>) =>
  fakeBotkit(reception({ flow: POINTS_FLOW, onError: () => undefined, ...options }))

test('a block of an extension says its words on any channel, from what the extension knows', async () => {
  const asked: string[] = []
  const lookUp = ({ buyer }: { readonly buyer: { readonly name?: string } }) => {
    asked.push(buyer.name ?? '')
    return { points: 150 }
  }
  const chat = open({ extensions: [{ ...POINTS, lookUp }], buyerNameOf: () => 'Mei' })
  await chat.receive({ type: 'hello' })
  expect(chat.said.map(({ text }) => text)).toContain('With 150 points a bottle is free.')
  expect(asked).toEqual(['Mei'])
})

test('one that fails knows nothing; the buyer is served, and the bot hears of it', async () => {
  const errors: unknown[] = []
  const failing = { ...POINTS, lookUp: () => Promise.reject(new Error('the members are gone')) }
  const chat = open({ extensions: [failing], onError: (error) => errors.push(error) })
  await chat.receive({ type: 'hello' })
  expect(chat.said.map(({ text }) => text)).toContain('You have no points.')
  expect(errors).toEqual([new Error('the members are gone')])
})

test('a rule of an extension keeps the reception quiet', async () => {
  const chat = open({ extensions: [{ ...POINTS, lookUp: () => ({ vip: true }) }] })
  await chat.receive({ type: 'hello' })
  expect(chat.said).toEqual([])
})

test('a flow that needs an extension is refused without it, and a broken extension is too', () => {
  expect(() => open({})).toThrow('EXTENSION_MISSING /blocks/points/kind')
  expect(() => open({ extensions: [POINTS, POINTS] })).toThrow('Two extensions are of the vendor “acme”')
})
