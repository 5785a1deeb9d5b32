import { PROFILES, validateFlow, type FlowDocument } from '@shopbell/engine'
import { expect, test } from 'vitest'
import { sampleFlow } from '../document/testing/sample-flow.ts'
import { playableProblems } from './playable-problems.ts'

const flow = sampleFlow()
const { next: _next, ...welcome } = { next: '', ...flow.blocks['welcome'], kind: 'greeting' as const }
const codes = (document: FlowDocument): readonly string[] =>
  [...playableProblems(document, validateFlow(document, PROFILES.marketplace))].map(({ code }) => code)

test('a way that leads nowhere can be shown, what nothing leads to cannot', () => {
  const cut: FlowDocument = { ...flow, blocks: { ...flow.blocks, welcome } }
  expect(new Set(codes(cut))).toEqual(new Set(['LINK_MISSING']))
})

test('nothing can be shown while the flow leads round for ever, or has no beginning', () => {
  const circle: FlowDocument = {
    ...flow,
    blocks: { ...flow.blocks, welcome: { ...welcome, next: 'welcome' } },
  }
  expect(codes(circle)).toEqual([])
  expect(codes({ ...flow, entries: {} })).toEqual([])
})
