import { applyOperations, type FlowDocument } from '@shopbell/engine'
import { expect, test } from 'vitest'
import type { MakeCommand } from './command.ts'
import { addBlockOn, leadWay, wayAt, waysOf } from './ways.ts'

const FLOW: FlowDocument = {
  format: 1,
  id: 'f',
  name: 'F',
  defaultLocale: 'en',
  variables: { size: { type: 'choice', options: ['s', 'l'] } },
  entries: { reception: 'ask' },
  blocks: {
    ask: {
      kind: 'smart-question',
      enabled: true,
      variable: 'size',
      next: 'bye',
      choices: [{ id: 'l', next: 'bye' }],
    },
    bye: { kind: 'end' },
    more: { kind: 'message' },
  },
  texts: { en: {} },
  layout: {},
}
const after = (make: MakeCommand) => applyOperations(FLOW, make(FLOW)?.operations ?? []).document.blocks

test('a question has a way for every choice, the main one last', () => {
  expect(waysOf(FLOW, 'ask').map(({ path, port, target }) => [path, port, target])).toEqual([
    ['choices/s/next', null, undefined],
    ['choices/l/next', '/choices/0/next', 'bye'],
    ['next', '/next', 'bye'],
  ])
})

test('a choice that goes on with the others gets a way of its own when it is led elsewhere, and loses it again', () => {
  const led = after(leadWay({ block: 'ask', path: 'choices/s/next' }, 'more'))
  expect(led['ask']).toMatchObject({ choices: [{ id: 'l' }, { id: 's', next: 'more' }] })
  const back = after(leadWay({ block: 'ask', path: 'choices/l/next' }, null))
  expect(back['ask']).toMatchObject({ choices: [] })
})

test('what leads nowhere already is not disconnected, and nothing leads to a block that is gone', () => {
  expect(leadWay({ block: 'more', path: 'next' }, null)(FLOW)).toBeNull()
  expect(leadWay({ block: 'ask', path: 'next' }, 'gone')(FLOW)).toBeNull()
  expect(leadWay({ block: 'gone', path: 'next' }, 'bye')(FLOW)).toBeNull()
})

test.for(['next', 'choices/s/next', 'choices/l/next'])('a new block on %s goes between', (path) => {
  const command = addBlockOn('message', { x: 0, y: 0 }, { block: 'ask', path })(FLOW)
  const document = applyOperations(FLOW, command?.operations ?? []).document
  expect(waysOf(document, 'ask').find((way) => way.path === path)?.target).toBe('message')
  expect(document.blocks['message']).toMatchObject({ next: 'bye' })
})

test('a problem’s place is a way', () => {
  expect(wayAt(FLOW, '/blocks/ask/choices/0/next')?.path).toBe('choices/l/next')
  expect(wayAt(FLOW, '/texts/en/ask')).toBeUndefined()
})
