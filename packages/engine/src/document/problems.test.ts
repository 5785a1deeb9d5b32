import { describe, expect, test } from 'vitest'
import { PROBLEM_CATALOGUE, type ProblemCode } from '../flow/problem-catalogue.ts'
import { PROFILES } from '../flow/profiles.ts'
import { BOTTLE_FLOW, bottlesSaying, bottlesWith } from '../testing/bottle-flow.ts'
import { flowWith } from '../testing/flow-with.ts'
import { PROBLEM_CASES } from '../testing/problem-cases.ts'
import { sampleFlows } from '../testing/sample-flows.ts'
import type { FlowDocument } from './flow-document.ts'
import { validateFlow } from './validate-flow.ts'

const found = (flow: FlowDocument) => validateFlow(flow, PROFILES.marketplace)
const CODES = Object.keys(PROBLEM_CASES) as readonly ProblemCode[]

test('every code of the catalogue has a document that shows it', () => {
  expect(CODES.filter((code) => PROBLEM_CASES[code].length === 0)).toEqual([])
  expect([...CODES].sort()).toEqual(Object.keys(PROBLEM_CATALOGUE).sort())
})

describe.for(CODES)('%s', (code) => {
  test.for(PROBLEM_CASES[code].map(([at, find], index) => ({ at, find, index })))(
    'at “$at” ($index)',
    ({ at, find }) => {
      const problems = find()
      const shown = problems.find((problem) => problem.code === code && problem.at === at)
      expect(shown ?? problems.map((problem) => `${problem.code} ${problem.at}`)).toMatchObject({
        severity: PROBLEM_CATALOGUE[code].severity,
        message: expect.stringMatching(/^[“"A-Z0-9{].*\.$/su),
      })
    },
  )
})

test.for(sampleFlows())('$name has no error under the rule book of its shop', ({ document, profile }) => {
  expect(validateFlow(document, profile).filter(({ severity }) => severity === 'error')).toEqual([])
})

test('a flow without a problem has none', () => {
  expect(found(flowWith())).toEqual([])
  expect(found({ ...BOTTLE_FLOW, texts: { en: BOTTLE_FLOW.texts['en'] ?? {} } })).toEqual([])
})

test('errors come first, and all of them come (PUB-09)', () => {
  const flow = {
    ...bottlesSaying({ hello: '', 'old.key': 'x', 'faq.ship.answer': 'x'.repeat(201) }),
    entries: {},
  }
  const severities = found(flow).map(({ severity }) => severity)
  expect(severities).toEqual([...severities].sort())
  const codes = found(flow).map(({ code }) => code)
  expect(codes).toEqual(
    expect.arrayContaining(['ENTRY_MISSING', 'TEXT_MISSING', 'ANSWER_TOO_LONG', 'TEXT_UNUSED']),
  )
})

test('what is off need not be written, and is not followed', () => {
  const flow = bottlesWith({ custom: { kind: 'message', enabled: false, next: 'ask-quantity' } })
  const { custom: _custom, ...texts } = flow.texts['en'] ?? {}
  expect(found({ ...flow, texts: { en: texts } })).toEqual([])
})

test('the first problem is the first that a buyer comes to, whatever the order of the file', () => {
  const flow = bottlesWith({ custom: { kind: 'message' }, hello: { kind: 'greeting' } })
  const turned = { ...flow, blocks: Object.fromEntries(Object.entries(flow.blocks).reverse()) }
  const places = (document: FlowDocument) =>
    found(document).flatMap(({ code, at }) => (code === 'LINK_MISSING' ? at : []))
  expect(places(flow)[0]).toBe('/blocks/hello/next')
  expect(places(turned)[0]).toBe('/blocks/hello/next')
})
