import { applyOperations, kindOf, validateFlow, PROFILES, type FlowDocument } from '@shopbell/engine'
import { expect, test } from 'vitest'
import { sampleFlow } from '../document/testing/sample-flow.ts'
import { mainPort, moveInChain } from './chain.ts'

const sample = sampleFlow()
const move = (document: FlowDocument, id: string, by: -1 | 1): FlowDocument | null => {
  const command = moveInChain(id, by)(document)
  return command && applyOperations(document, command.operations).document
}

test('a block moves behind the one below, and back to where it was', () => {
  const moved = move(sample, 'picks', 1)
  expect(moved && mainPort(moved, 'welcome')?.target).toBe('faq')
  expect(moved && mainPort(moved, 'faq')?.target).toBe('picks')
  expect(moved && move(moved, 'picks', -1)?.blocks).toEqual(sample.blocks)
})

test('moving the first one makes the second the entry', () => {
  expect(move(sample, 'welcome', 1)?.entries.reception).toBe('picks')
})

test('nothing passes a block that has no way on, and no link is ever lost', () => {
  for (const id of Object.keys(sample.blocks)) {
    for (const by of [1, -1] as const) {
      const moved = move(sample, id, by)
      if (moved === null) continue
      const broken = validateFlow(moved, PROFILES.marketplace).filter(({ code }) => code.startsWith('LINK'))
      expect(broken, id).toEqual([])
    }
  }
  const ends = Object.entries(sample.blocks).find(([, block]) => kindOf(block).ports(block).length === 0)
  expect(move(sample, ends?.[0] ?? '', -1)).toBeNull()
})
