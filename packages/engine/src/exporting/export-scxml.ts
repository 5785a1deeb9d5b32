import { toMachineConfig } from '../conversation/machine-config.ts'
import type { FlowDocument } from '../document/flow-document.ts'
import { NO_EXTENSIONS, type ExtensionSet } from '../extension/extension-set.ts'
import type { JsonTransition, Named, Params } from '../flow/machine-config.ts'
import { indented, IS_DAY_BODY, WHEN_BODY } from './guard-source.ts'
import { delayEvent, machineTree, type MachineNode, staysWithin, targetKeys } from './machine-nodes.ts'
import { element, type XmlElement, xmlText } from './xml.ts'

const NAMESPACE = 'http://www.w3.org/2005/07/scxml'
/** The type of every `<send>` that asks the host to do something; the event is the action's name, its params are the params. */
const HOST = 'https://shopbell.dev/scxml/host'

/**
 * The machine of a flow as SCXML (W3C recommendation of 2015) on the ECMAScript data model: the states, transitions, guards and delays
 * of the XState machine, and a `<send>` to the host for every action. Events bring what the vocabulary says in `_event.data`. A state's id
 * is its keys below the root joined by dots, `$` written `_`: `path.faq`, `path._done`.
 */
export function exportScxml(document: FlowDocument, extensions: ExtensionSet = NO_EXTENSIONS): string {
  const root = machineTree(toMachineConfig(document, extensions))
  const script = [
    'function isDay(value) {',
    indented(IS_DAY_BODY),
    '}',
    'function when(condition, answers, world) {',
    '  const known = world.known || {}',
    indented(WHEN_BODY),
    '}',
    // A delay's event brings no world.
    'function world() {',
    indented(['return (_event && _event.data && _event.data.world) || {}']),
    '}',
  ].join('\n')
  return xmlText(
    element('scxml', { xmlns: NAMESPACE, version: '1.0', datamodel: 'ecmascript', name: document.id }, [
      element('datamodel', {}, [
        element('data', { id: 'answers', expr: '{}' }),
        element('data', { id: 'handedTo', expr: 'null' }),
      ]),
      element('script', {}, [script]),
      stateElement(root),
    ]),
  )
}

function stateElement(node: MachineNode): XmlElement {
  const { state, children } = node
  const id = idOf(node.keys)
  const inside = [...timers(node), ...transitions(node), ...children.map(stateElement)]
  if (state.type === 'parallel') return element('parallel', { id }, inside)
  const initial = state.initial === undefined ? {} : { initial: idOf([...node.keys, state.initial]) }
  return element('state', { id, ...initial }, inside)
}

/** A delay is an event that the state sends itself on entry, and takes back on exit. */
function timers(node: MachineNode): readonly XmlElement[] {
  const { after = {}, exit = [] } = node.state
  const delays = Object.keys(after).map((delayMs) => ({ delayMs, event: delayEvent(node, delayMs) }))
  const sends = delays.map(({ delayMs, event }) =>
    element('send', { id: event, event, delay: `${delayMs}ms` }),
  )
  const leaves = [
    ...delays.map(({ event }) => element('cancel', { sendid: event })),
    ...exit.map((action) => actionElement(action)),
  ]
  return [
    ...(sends.length > 0 ? [element('onentry', {}, sends)] : []),
    ...(leaves.length > 0 ? [element('onexit', {}, leaves)] : []),
  ]
}

function transitions(node: MachineNode): readonly XmlElement[] {
  const { always = [], on = {}, after = {} } = node.state
  return [
    ...always.map((transition) => transitionElement(node, null, transition)),
    ...Object.entries(on).flatMap(([event, all]) =>
      all.map((transition) => transitionElement(node, event, transition)),
    ),
    ...Object.entries(after).flatMap(([delayMs, all]) =>
      all.map((transition) => transitionElement(node, delayEvent(node, delayMs), transition)),
    ),
  ]
}

function transitionElement(
  node: MachineNode,
  event: string | null,
  { guard, target, actions = [] }: JsonTransition,
): XmlElement {
  const keys = target === undefined ? null : targetKeys(node, target)
  return element(
    'transition',
    {
      ...(event === null ? {} : { event }),
      ...(guard === undefined ? {} : { cond: guardExpression(guard) }),
      ...(keys === null ? {} : { target: idOf(keys) }),
      ...(keys !== null && staysWithin(node, keys) ? { type: 'internal' } : {}),
    },
    actions.map(actionElement),
  )
}

const GUARDS: Readonly<Record<string, (params: Params) => string>> = {
  when: (condition) => `when(${JSON.stringify(condition)}, answers, world())`,
  known: ({ variable }) =>
    `answers[${JSON.stringify(variable)}] !== undefined || world().asksNothing === true`,
  chose: ({ option }) =>
    `_event.name === 'question.answered' && _event.data.value === ${JSON.stringify(option)}`,
  asksQuestion: () => "_event.name === 'reception.due' && _event.data.question !== null",
  hasProducts: () => 'world().products > 0',
  handedOver: () => 'handedTo !== null',
}

function guardExpression({ type, params = {} }: Named): string {
  const expression = GUARDS[type]
  if (!expression) throw new Error(`No expression for the guard ${type}.`)
  return expression(params)
}

const ASSIGNMENTS: Readonly<Record<string, (params: Params) => XmlElement>> = {
  record: ({ variable }) =>
    element('assign', {
      location: 'answers',
      expr: `Object.assign({}, answers, { ${JSON.stringify(variable)}: _event.data.value })`,
    }),
  handOver: ({ group }) => element('assign', { location: 'handedTo', expr: JSON.stringify(group) }),
  clearHandover: () => element('assign', { location: 'handedTo', expr: 'null' }),
}

function actionElement({ type, params = {} }: Named): XmlElement {
  const assignment = ASSIGNMENTS[type]
  if (assignment) return assignment(params)
  const named = Object.entries(params).map(([name, value]) =>
    element('param', { name, expr: JSON.stringify(value) }),
  )
  return element('send', { type: HOST, event: type }, named)
}

function idOf([root = '', ...below]: readonly string[]): string {
  return below.length === 0 ? root : below.join('.').replaceAll('$', '_')
}
