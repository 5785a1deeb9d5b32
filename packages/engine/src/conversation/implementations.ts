import { assign, setup } from 'xstate'
import { conditionHolds } from '../flow/condition-holds.ts'
import type { Condition } from '../flow/condition.ts'
import type { FactCondition } from '../flow/known-facts.ts'
import type { AnswerValue } from '../flow/variable.ts'
import { skipKnownAnswer } from '../rules/skip-known-answer.ts'
import type { ClassifiedEvent } from './classified-event.ts'

/** The machine's context; the same shape as `SessionContext`. */
export interface MachineContext {
  readonly answers: Readonly<Record<string, AnswerValue>>
  readonly handedTo: string | null
}

/**
 * The named guards and actions that every compiled flow uses. Guards and the three `assign`s are ours; the others are left to
 * whoever runs the machine: `step` turns them into effects, a developer with plain XState implements them.
 */
export const implementations = setup({
  types: {
    context: {} as MachineContext, // xstate reads types from phantom values
    events: {} as ClassifiedEvent, // the same
  },
  guards: {
    when: ({ context, event }, condition: Condition | FactCondition) =>
      conditionHolds(condition, context.answers, event.world),
    // A question that is switched off is passed like one whose answer is known (SCH-12).
    known: ({ context, event }, { variable }: { variable: string }) =>
      event.world.asksNothing === true || skipKnownAnswer(context.answers, variable),
    chose: ({ event }, { option }: { option: string }) =>
      event.type === 'question.answered' && event.value === option,
    asksQuestion: ({ event }) => event.type === 'reception.due' && event.question !== null,
    hasProducts: ({ event }) => event.world.products > 0,
    handedOver: ({ context }) => context.handedTo !== null,
  },
  actions: {
    record: assign(({ context, event }, { variable }: { variable: string }) =>
      event.type === 'question.answered' ? { answers: { ...context.answers, [variable]: event.value } } : {},
    ),
    handOver: assign((_, { group }: { group: string }) => ({ handedTo: group })),
    clearHandover: assign({ handedTo: null }),
  },
})
