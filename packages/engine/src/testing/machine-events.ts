import fc from 'fast-check'
import type { ClassifiedEvent } from '../conversation/classified-event.ts'
import { toMachineConfig } from '../conversation/machine-config.ts'
import type { FlowDocument } from '../document/flow-document.ts'
import { delayEvent, machineTree, type MachineNode } from '../exporting/machine-nodes.ts'
import type { World } from '../flow/condition-holds.ts'

const world: fc.Arbitrary<World> = fc.record(
  {
    locale: fc.constantFrom('en', 'zh-CN'),
    entry: fc.constantFrom(null, 'order', 'product'),
    openNow: fc.boolean(),
    returning: fc.boolean(),
    products: fc.nat(2),
    words: fc.constantFrom('Thanks', 'Ｈello', 'no'),
    card: fc.constantFrom('product', 'order'),
    asksNothing: fc.boolean(),
  },
  { requiredKeys: ['locale', 'entry', 'openNow', 'returning', 'products'] },
)
const value = fc.constantFrom<string | number | readonly string[]>('s', 'm', '3', 40, ['s'], '2026-02-28')

const PLAIN = [
  'questions.due',
  'card.received',
  'menu.chosen',
  'person.requested',
  'buyer.unanswered',
  'human.joined',
  'human.left',
  'session.closed',
] as const

const orNull = (question: fc.Arbitrary<string>): fc.Arbitrary<string | null> => fc.option(question)

/** Sequences of whatever may enter the machine of a flow, delays that pass included. */
export function arbitraryMachineEvents(document: FlowDocument): fc.Arbitrary<readonly ClassifiedEvent[]> {
  const delays = delayEvents(machineTree(toMachineConfig(document)))
  const questions = Object.values(document.blocks).flatMap((block) =>
    block.kind === 'faq' ? block.questions.map(({ id }) => id) : [],
  )
  const question: fc.Arbitrary<string> = fc.constantFrom(...questions, 'gone')
  const event = fc.oneof<fc.WeightedArbitrary<ClassifiedEvent>[]>(
    {
      weight: 3,
      arbitrary: fc.record({ type: fc.constant('reception.due'), question: orNull(question), world }),
    },
    { weight: 6, arbitrary: fc.record({ type: fc.constant('question.answered'), value, world }) },
    { weight: 2, arbitrary: fc.record({ type: fc.constant('faq.tapped'), question, world }) },
    { weight: 3, arbitrary: fc.record({ type: fc.constantFrom(...PLAIN, ...delays), world }) },
  )
  return fc.array(event, { minLength: 1, maxLength: 14 })
}

function delayEvents(node: MachineNode): readonly `xstate.after.${string}`[] {
  const own = Object.keys(node.state.after ?? {}).map((delayMs) => delayEvent(node, delayMs))
  return [...own, ...node.children.flatMap(delayEvents)]
}
