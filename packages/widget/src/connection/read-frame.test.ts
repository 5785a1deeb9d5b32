import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readFrame } from './read-frame.ts'

const message = {
  type: 'message',
  seq: 1,
  at: 1,
  author: 'robot',
  kind: 'welcome',
  content: { kind: 'text', text: 'Hi' },
}

test('a frame of the protocol is read as it is', () => {
  expect(readFrame(JSON.stringify(message))).toEqual(message)
  expect(readFrame('{"type":"typing"}')).toEqual({ type: 'typing' })
})

test.for([
  ['no JSON', '{'],
  ['no object', '[]'],
  ['a type of a later version', '{"type":"call"}'],
  ['a type that every object has', '{"type":"constructor"}'],
  ['a message without a number', JSON.stringify({ ...message, seq: '1' })],
  ['a message numbered 0', JSON.stringify({ ...message, seq: 0 })],
  ['a message without content', JSON.stringify({ ...message, content: null })],
  ['an opening at no instant', '{"type":"opening","open":false,"opensAt":"9"}'],
  ['a welcome that would ask for ranges of nothing', '{"type":"welcome","limits":{"range":0}}'],
])('%s is left aside', ([, text]) => {
  expect(readFrame(text)).toBeNull()
})

test('nothing that can arrive throws', () => {
  fc.assert(
    fc.property(fc.anything(), (sent) => {
      readFrame(sent)
      readFrame(JSON.stringify(sent))
    }),
  )
})
