import type { ConversationsAt, FlowDiff } from '@shopbell/protocol'
import { expect, test } from 'vitest'
import { livePlaces } from './live-places.ts'

const at = (handling: ConversationsAt['handling'], count: number, block: string | null = null) => ({
  handling,
  version: 12,
  block,
  title: block && `Name of ${block}`,
  count,
})
const nothing: FlowDiff = { blocks: [], links: [], texts: [], lists: [], settings: [] }
const diff: FlowDiff = {
  ...nothing,
  blocks: [{ block: 'ask-size', kind: 'smart-question', title: 'Ask size', change: 'changed', parts: [] }],
}

test('those with the robot are told apart by whether their block changes', () => {
  const conversations = [
    at('human', 30, 'ask-size'),
    at('human', 1),
    at('robot', 2, 'ask-size'),
    at('robot', 4, 'ask-logo'),
    at('robot', 1),
    at('waiting', 3),
  ]
  expect(livePlaces(conversations, diff)).toEqual([
    { who: 'human', title: null, count: 31 },
    { who: 'waiting', title: null, count: 3 },
    { who: 'robot', title: null, count: 5 },
    { who: 'robotAtChange', title: 'Name of ask-size', count: 2 },
  ])
})

test('without changes nobody stands at one', () => {
  expect(livePlaces([at('robot', 2, 'ask-size')], nothing)).toEqual([{ who: 'robot', title: null, count: 2 }])
})
