import { isEnabled, kindOf } from '../blocks/registry.ts'
import { kindIn, NO_EXTENSIONS, type ExtensionSet } from '../extension/extension-set.ts'
import type { Targeting } from '../blocks/block-kind.ts'
import type { FlowDocument } from '../document/flow-document.ts'
import { firstQuestion } from './first-question.ts'
import type { JsonState } from '../flow/machine-config.ts'

/** Microsteps one event may take; above it the machine throws instead of hanging. A flow of 500 blocks needs two each at the most. */
export const MAX_MICROSTEPS = 1_100

/** An XState v5 machine config as plain JSON: named guards and actions with static params, no functions anywhere. */
export interface JsonMachineConfig extends JsonState {
  readonly id: 'reception'
  readonly context: { readonly answers: Readonly<Record<string, never>>; readonly handedTo: null }
  readonly options: { readonly maxIterations: number }
}

/**
 * Compiles a document into a machine of three regions that run side by side (flow-format, "What it compiles to"):
 * *handling* (who speaks for the store, STA-02), *path* (the reception, block by block), *list* (taps answered at any time).
 * Block states bear the block's id; states of our own begin with `$`, which no id can. A draft compiles too: a port that leads
 * nowhere goes to `$stuck`, where the buyer waits, and a block whose extension is not among `extensions` passes the buyer to a person.
 */
export function toMachineConfig(
  document: FlowDocument,
  extensions: ExtensionSet = NO_EXTENSIONS,
): JsonMachineConfig {
  return {
    id: 'reception',
    type: 'parallel',
    context: { answers: {}, handedTo: null },
    options: { maxIterations: MAX_MICROSTEPS },
    states: { handling: HANDLING, path: pathRegion(document, extensions), list: LIST },
  }
}

const HANDLING: JsonState = {
  initial: 'robot',
  states: {
    robot: {
      always: [{ guard: { type: 'handedOver' }, target: 'waiting' }],
      on: {
        'buyer.unanswered': [{ target: 'waiting' }],
        'person.requested': [{ target: 'waiting' }],
        'human.joined': [{ target: 'human' }],
        'session.closed': [{ target: 'closed' }],
      },
    },
    waiting: {
      on: {
        'human.joined': [{ target: 'human' }],
        'human.left': [{ actions: [{ type: 'clearHandover' }], target: 'robot' }],
        'session.closed': [{ target: 'closed' }],
      },
    },
    human: {
      on: {
        'human.left': [{ actions: [{ type: 'clearHandover' }], target: 'robot' }],
        'session.closed': [{ target: 'closed' }],
      },
    },
    closed: { on: { 'human.joined': [{ target: 'human' }] } },
  },
}

const LIST: JsonState = {
  initial: 'answering',
  states: { answering: { on: { 'faq.tapped': [{ actions: [{ type: 'answerQuestion' }] }] } } },
}

function pathRegion(document: FlowDocument, extensions: ExtensionSet): JsonState {
  const { blocks, entries } = document
  const to: Targeting = (target) =>
    `#reception.path.${target !== undefined && Object.hasOwn(blocks, target) ? target : '$stuck'}`
  const begin =
    entries.reception === undefined ? {} : { 'reception.due': [{ target: to(entries.reception) }] }
  const question = firstQuestion(document)
  const ask = question === null ? {} : { 'questions.due': [{ target: to(question) }] }
  const states = Object.entries(blocks).map(([id, block]) => {
    if (isEnabled(block)) return [id, kindIn(extensions, block).state(id, block, to)] as const
    const main = kindOf(block)
      .ports(block)
      .find(({ main }) => main)
    return [id, { always: [{ target: to(main?.target) }] }] as const
  })
  return {
    initial: '$idle',
    // A person pauses the run for good (SQ-08).
    on: {
      ...begin,
      ...ask,
      'human.joined': [{ target: '#reception.path.$paused' }],
      'session.closed': [{ target: '#reception.path.$paused' }],
    },
    states: { $idle: {}, $paused: {}, $done: {}, $stuck: {}, ...Object.fromEntries(states) },
  }
}
