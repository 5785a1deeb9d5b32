import { DOMParser, type Element } from '@xmldom/xmldom'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileFlow } from '../conversation/program.ts'
import { toMachineConfig } from '../conversation/machine-config.ts'
import type { FlowDocument } from '../document/flow-document.ts'
import type { JsonState, Named } from '../flow/machine-config.ts'
import { arbitraryFlow } from '../testing/arbitrary-flow.ts'
import { BOTTLE_FLOW, bottlesWith } from '../testing/bottle-flow.ts'
import { arbitraryMachineEvents } from '../testing/machine-events.ts'
import { sampleFlows } from '../testing/sample-flows.ts'
import { exportScxml } from './export-scxml.ts'

interface Edge {
  readonly from: string
  readonly event: string
  readonly to: string
  readonly guarded: boolean
  /** Neither left nor entered again when it leads inside. */
  readonly internal: boolean
  readonly actions: readonly string[]
}

/** States and transitions as a parser of XML that knows nothing of us reads them. */
function readScxml(source: string) {
  const faults: string[] = []
  const { documentElement } = new DOMParser({
    onError: (_, message) => faults.push(message),
  }).parseFromString(source, 'text/xml')
  if (!documentElement) throw new Error('No element at all')
  const all = [...documentElement.getElementsByTagName('*')]
  const states = all.filter(({ tagName }) => tagName === 'state' || tagName === 'parallel')
  const id = (state: Element | null) => state?.getAttribute('id') ?? ''
  const edges = all
    .filter(({ tagName }) => tagName === 'transition')
    .map((edge): Edge => {
      const parent = states.find((state) => state === edge.parentNode) ?? null
      const inside = [...edge.childNodes].filter((child): child is Element => child.nodeType === 1)
      return {
        from: id(parent),
        event: edge.getAttribute('event') ?? '',
        to: edge.getAttribute('target') ?? '',
        guarded: edge.hasAttribute('cond'),
        internal: edge.getAttribute('type') === 'internal',
        actions: inside.map((child) => child.getAttribute('event') ?? child.tagName),
      }
    })
  return { faults, ids: states.map(id), edges, all }
}

/** The same of the exported machine, read by hand: ids by their keys, targets as XState resolves them. */
function readMachine(document: FlowDocument) {
  const ids: string[] = []
  const edges: Edge[] = []
  walk('reception', '', toMachineConfig(document))
  return { ids, edges }

  function walk(id: string, prefix: string, state: JsonState): void {
    ids.push(id)
    const before = id.includes('.') ? id.slice(0, id.lastIndexOf('.') + 1) : ''
    const add = (event: string, all: JsonState['always'] = []) =>
      all.forEach(({ target = '', guard, actions = [] }) =>
        edges.push({
          from: id,
          event,
          to: (target.startsWith('#reception.') ? target.slice(11) : target && before + target).replace(
            '$',
            '_',
          ),
          guarded: guard !== undefined,
          internal: target.startsWith(`#reception.${id}.`),
          actions: actions.map(({ type }) =>
            ['record', 'handOver', 'clearHandover'].includes(type) ? 'assign' : type,
          ),
        }),
      )
    add('', state.always)
    for (const [event, all] of Object.entries(state.on ?? {})) add(event, all)
    for (const [delay, all] of Object.entries(state.after ?? {}))
      add(`xstate.after.${delay}.reception.${id}`, all)
    for (const [key, child] of Object.entries(state.states ?? {})) {
      const path = `${prefix}${key}`.replace('$', '_')
      walk(path, `${path}.`, child)
    }
  }
}

const byPlace = (edges: readonly Edge[]) => Map.groupBy(edges, ({ from }) => from)

function expectTheSame(document: FlowDocument): void {
  const read = readScxml(exportScxml(document))
  const machine = readMachine(document)
  expect(read.faults).toEqual([])
  expect(read.ids).toEqual(machine.ids)
  expect(new Set(read.ids).size).toBe(read.ids.length)
  expect(byPlace(read.edges)).toEqual(byPlace(machine.edges))
  // An id of XML begins with a letter; what a transition leads to exists.
  for (const id of read.ids) expect(id).toMatch(/^[A-Za-z][\w.-]*$/)
  for (const { to } of read.edges) if (to !== '') expect(read.ids).toContain(to)
}

describe('another reader finds the states and transitions of the machine', () => {
  test.for(sampleFlows().map(({ name, document }) => [name, document] as const))('in %s', ([, document]) =>
    expectTheSame(document),
  )

  test('in any flow', () => {
    fc.assert(fc.property(arbitraryFlow, expectTheSame), { numRuns: 500 })
  })

  test('whatever a seller writes', () => {
    const hostile = `"><script>&amp;]]> ' \u2028 \\" ${'\u{1F375}'}`
    const document = bottlesWith({
      custom: {
        kind: 'condition',
        cases: [
          { id: 'a', when: { source: 'words', op: 'mentions', value: [hostile] }, next: 'ask-quantity' },
        ],
        else: 'ask-quantity',
      },
    })
    expectTheSame(document)
    const conds = readScxml(exportScxml(document)).all.map((each) => each.getAttribute('cond') ?? '')
    expect(conds.filter((cond) => cond.includes(JSON.stringify(hostile)))).toHaveLength(1)
  })
})

test('every guard holds when the machine’s does', async () => {
  const { all } = readScxml(exportScxml(BOTTLE_FLOW))
  const script = all.find(({ tagName }) => tagName === 'script')?.textContent ?? ''
  const conds = all.flatMap((each) => each.getAttribute('cond') ?? [])
  // Expressions of the data model, as a program of their own.
  const program = `${script}
let answers, handedTo, _event
export function holding(context, event) {
  ;({ answers, handedTo } = context)
  _event = { name: event.type, data: event }
  return [${conds.map((cond) => `() => ${cond}`).join(', ')}].map((holds) => holds())
}`
  const { holding } = await import(`data:text/javascript,${encodeURIComponent(program)}`)
  const { guards } = compileFlow(BOTTLE_FLOW).machine.implementations
  const named = guardsOf(toMachineConfig(BOTTLE_FLOW))
  expect(named).toHaveLength(conds.length)
  const context = fc.record({
    answers: fc.dictionary(fc.constantFrom('size', 'quantity'), fc.constantFrom('small', 'other', 5, 1_000)),
    handedTo: fc.constantFrom(null, 'sales'),
  })
  const seen = new Set<boolean>()
  fc.assert(
    fc.property(context, arbitraryMachineEvents(BOTTLE_FLOW), (at, [event]) => {
      const expected = named.map(({ type, params }) =>
        Boolean(guards[type]?.({ context: at, event }, params)),
      )
      for (const holds of expected) seen.add(holds)
      expect(holding(at, event)).toEqual(expected)
    }),
    { numRuns: 500 },
  )
  expect(seen.size).toBe(2)
})

/** The machine's guards in the order of its states and transitions. */
function guardsOf(state: JsonState): readonly Named[] {
  const own = [state.always ?? [], ...Object.values(state.on ?? {}), ...Object.values(state.after ?? {})]
  const inside = Object.values(state.states ?? {}).flatMap(guardsOf)
  return [...own.flat().flatMap(({ guard }) => guard ?? []), ...inside]
}

test('a delay is sent on entry under the name of its transition, and cancelled on exit', () => {
  const { all, edges } = readScxml(exportScxml(BOTTLE_FLOW))
  const delays = all.filter(({ tagName }) => tagName === 'send').filter((send) => send.hasAttribute('delay'))
  expect(delays.length).toBeGreaterThan(1)
  for (const send of delays) {
    expect(send.parentNode?.nodeName).toBe('onentry')
    expect(edges.map(({ event }) => event)).toContain(send.getAttribute('event'))
    const cancelled = all.filter(
      (each) => each.tagName === 'cancel' && each.getAttribute('sendid') === send.getAttribute('id'),
    )
    expect(cancelled).toHaveLength(1)
    expect(cancelled[0]?.parentNode?.parentNode).toBe(send.parentNode?.parentNode)
  }
})
