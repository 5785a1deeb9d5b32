import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { transition, type AnyMachineSnapshot, type AnyStateMachine } from 'xstate'
import { BOTTLE_FLOW } from '../testing/bottle-flow.ts'
import { sampleFlows } from '../testing/sample-flows.ts'
import { advance, snapshotAt } from './advance.ts'
import type { ClassifiedEvent } from './classified-event.ts'
import { compileFlow, type Program } from './program.ts'

const WORLD = { locale: 'en', entry: null, openNow: true, returning: false, products: 2 }

/** Every event the machine of a flow can hear, with values that lead each way. */
function arbitraryEvent({ document, config }: Program): fc.Arbitrary<ClassifiedEvent> {
  const questions = Object.values(document.blocks).flatMap((block) =>
    'questions' in block ? block.questions.map(({ id }) => id) : [],
  )
  const options = Object.values(document.variables).flatMap((variable) =>
    'options' in variable ? variable.options : [],
  )
  const delays = Object.entries(config.states?.['path']?.states ?? {}).flatMap(([block, { states }]) =>
    Object.keys(states?.['open']?.after ?? {}).map(
      (delay) => `${delay}.reception.path.${block}.open` as const,
    ),
  )
  const question: fc.Arbitrary<string> = fc.constantFrom('none', ...questions)
  const world = fc.record({
    locale: fc.constantFrom('en', 'zh-CN'),
    entry: fc.constantFrom(null, 'order', 'refund', 'product'),
    openNow: fc.boolean(),
    returning: fc.boolean(),
    products: fc.nat(3),
  })
  const value = fc.oneof(
    fc.constantFrom('x', ...options),
    fc.constantFrom(1, 999, 1_000),
    fc.subarray([...options]),
  )
  const events: fc.Arbitrary<ClassifiedEvent>[] = [
    fc.record({ type: fc.constant('reception.due'), question: fc.option(question, { nil: null }), world }),
    fc.record({ type: fc.constant('faq.tapped'), question, world }),
    fc.record({ type: fc.constant('question.answered'), value, world }),
    fc.record({
      type: fc.constantFrom(
        'card.received',
        'menu.chosen',
        'person.requested',
        'buyer.unanswered',
        'human.joined',
        'human.left',
        'session.closed',
      ),
      world,
    }),
    ...delays.map((delay) => fc.record({ type: fc.constant(`xstate.after.${delay}` as const), world })),
  ]
  return fc.oneof(...events)
}

function atRest(machine: AnyStateMachine): AnyMachineSnapshot {
  return machine.resolveState({
    value: { handling: 'robot', path: '$idle', list: 'answering' },
    context: { answers: {}, handedTo: null },
  })
}

const FLOWS = [...sampleFlows(), { name: 'bottles', document: BOTTLE_FLOW }]

describe.for(FLOWS)('the cheap way to move the machine of $name', ({ document }) => {
  const program = compileFlow(document, 1)
  const { machine } = program

  test('gives what XState’s public transition() gives, for any events in any order', () => {
    const due = fc.record({
      type: fc.constant('reception.due' as const),
      question: fc.constant(null),
      world: fc.constant(WORLD),
    })
    const events = fc
      .tuple(due, fc.array(arbitraryEvent(program), { maxLength: 25 }))
      .map(([first, rest]) => [first, ...rest])
    fc.assert(
      fc.property(events, (happened) => {
        let snapshot = atRest(machine)
        for (const event of happened) {
          const [expected, theirs] = transition(machine, snapshot, event)
          const { snapshot: ours, actions } = advance(machine, snapshot, event)
          expect({ value: ours.value, context: ours.context }).toEqual({
            value: expected.value,
            context: expected.context,
          })
          expect(actions.map(({ type, params }) => ({ type, params }))).toEqual(
            theirs.map(({ type, params }) => ({ type, params: params ?? {} })),
          )
          // Each next move starts from the stored form, as in a database.
          const stored = JSON.parse(JSON.stringify({ value: ours.value, context: ours.context }))
          const resolved = machine.resolveState(stored)
          snapshot = snapshotAt(machine, stored)
          expect(snapshot).toEqual(resolved)
        }
      }),
      { numRuns: 200 },
    )
  })

  test('leaves the snapshot it was given as it was', () => {
    const before = atRest(machine)
    const stored = JSON.stringify({ value: before.value, context: before.context })
    advance(machine, before, { type: 'reception.due', question: null, world: WORLD })
    expect(JSON.stringify({ value: before.value, context: before.context })).toBe(stored)
  })
})

test('each action comes with the context of its moment, not of the end', () => {
  const { machine } = compileFlow(BOTTLE_FLOW)
  let snapshot = advance(machine, atRest(machine), {
    type: 'reception.due',
    question: null,
    world: WORLD,
  }).snapshot
  for (const value of ['small', 20, ['logo'], 'red']) {
    snapshot = advance(machine, snapshot, { type: 'question.answered', value, world: WORLD }).snapshot
  }
  const { actions } = advance(machine, snapshot, {
    type: 'question.answered',
    value: '2026-05-01',
    world: WORLD,
  })
  const closing = actions.find(({ type }) => type === 'sendClosing')
  expect(closing?.context).toMatchObject({ answers: { 'needed-by': '2026-05-01' }, handedTo: null })
})
