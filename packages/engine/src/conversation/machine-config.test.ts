import { describe, expect, test } from 'vitest'
import type { JsonState } from '../flow/machine-config.ts'
import { BOTTLE_FLOW, bottlesWith } from '../testing/bottle-flow.ts'
import { NO_EXTENSIONS } from '../extension/extension-set.ts'
import { POINTS, POINTS_FLOW, setOf } from '../testing/points-extension.ts'
import { flowWith } from '../testing/flow-with.ts'
import { openShop } from '../testing/open-shop.ts'
import { sampleFlows } from '../testing/sample-flows.ts'
import { exportMachine } from './export-machine.ts'
import { toMachineConfig } from './machine-config.ts'
import { compileFlow } from './program.ts'
import { MACHINE_ACTIONS, MACHINE_EVENTS, MACHINE_GUARDS } from './vocabulary.ts'

const FLOWS = [...sampleFlows(), { name: 'bottles', document: BOTTLE_FLOW }]

describe.for(FLOWS)('the exported machine of $name', ({ document }) => {
  test('holds no function: a JSON round trip gives the same', () => {
    const exported = exportMachine(document)
    expect(JSON.parse(JSON.stringify(exported))).toEqual(exported)
  })

  test('is the machine that runs', () => {
    expect(compileFlow(document).config).toEqual(exportMachine(document).config)
    expect(compileFlow(document).machine.config).toMatchObject(exportMachine(document).config)
  })

  test('uses no name that the vocabulary does not explain', () => {
    const used = namesIn(toMachineConfig(document))
    expect(Object.keys(MACHINE_ACTIONS)).toEqual(expect.arrayContaining([...used.actions]))
    expect(Object.keys(MACHINE_GUARDS)).toEqual(expect.arrayContaining([...used.guards]))
    expect(Object.keys(MACHINE_EVENTS)).toEqual(expect.arrayContaining([...used.events]))
  })

  test('has the bound on its microsteps that keeps a circle from hanging the process', () => {
    expect(toMachineConfig(document).options.maxIterations).toBeGreaterThan(2 * 500)
  })
})

test('the vocabulary explains no name that no machine uses', () => {
  const used = namesIn(toMachineConfig(BOTTLE_FLOW))
  const vendors = [setOf(POINTS), NO_EXTENSIONS].map((set) => namesIn(toMachineConfig(POINTS_FLOW, set)))
  const actions = new Set([used, ...vendors].flatMap((names) => [...names.actions]))
  expect(Object.keys(MACHINE_ACTIONS).filter((name) => !actions.has(name))).toEqual([])
  expect(Object.keys(MACHINE_GUARDS).filter((name) => !used.guards.has(name))).toEqual([])
  // A developer may send these two; a machine of today has nothing to say to them (CRD, MNU).
  expect(Object.keys(MACHINE_EVENTS).filter((name) => !used.events.has(name))).toEqual([
    'card.received',
    'menu.chosen',
  ])
})

test('a state per block beside the four of our own', () => {
  const path = toMachineConfig(BOTTLE_FLOW).states?.['path']
  expect(Object.keys(path?.states ?? {}).sort()).toEqual(
    ['$done', '$idle', '$paused', '$stuck', ...Object.keys(BOTTLE_FLOW.blocks)].sort(),
  )
})

test('a missing and a broken link lead where the buyer waits, visibly', () => {
  const config = toMachineConfig(
    flowWith({ blocks: { hello: { kind: 'greeting' }, hey: { kind: 'message', next: 'nowhere' } } }),
  )
  for (const block of ['hello', 'hey']) {
    expect(config.states?.['path']?.states?.[block]?.always?.[0]?.target).toBe('#reception.path.$stuck')
  }
})

test('a block that is off is passed on its main way only', () => {
  const config = toMachineConfig(
    bottlesWith({
      'ask-size': {
        kind: 'smart-question',
        enabled: false,
        variable: 'size',
        choices: [{ id: 'other', next: 'custom' }],
        next: 'ask-quantity',
      },
    }),
  )
  expect(config.states?.['path']?.states?.['ask-size']).toEqual({
    always: [{ target: '#reception.path.ask-quantity' }],
  })
})

test('a draft that goes round for ever is stopped, not waited for', () => {
  const draft = flowWith({
    blocks: { hello: { kind: 'message', next: 'b' }, b: { kind: 'message', next: 'hello' } },
  })
  expect(() => openShop(draft).enter()).toThrow(/[Ii]nfinite loop|maxIterations/)
})

interface Names {
  readonly actions: Set<string>
  readonly guards: Set<string>
  readonly events: Set<string>
}

function namesIn(
  state: JsonState,
  names: Names = { actions: new Set(), guards: new Set(), events: new Set() },
): Names {
  const { always = [], on = {}, after = {}, exit = [], states = {} } = state
  for (const event of Object.keys(on)) names.events.add(event)
  for (const { guard, actions = [] } of [always, ...Object.values(on), ...Object.values(after)].flat()) {
    if (guard) names.guards.add(guard.type)
    for (const { type } of actions) names.actions.add(type)
  }
  for (const { type } of exit) names.actions.add(type)
  for (const child of Object.values(states)) namesIn(child, names)
  return names
}
