import { type MessageKind, type RuleBookChoice } from '@shopbell/protocol'
import { pointer } from './problem.ts'
import type { Profile } from './profile.ts'
import { chosenProfile } from './profiles.ts'

/**
 * Smallest and largest value of each number of a store's own rule book, by its place in it. Above them a list is no list and an answer
 * no answer.
 */
export const RULE_BOOK_BOUNDS = {
  '/reception/idleDays': { min: 1, max: 365 },
  '/reception/welcomeMax': { min: 1, max: 2_000 },
  '/reception/automaticPerHour': { min: 1, max: 200 },
  '/reception/sessionGapHours': { min: 1, max: 168 },
  '/reception/faq/maxCreated': { min: 1, max: 50 },
  '/reception/faq/maxEnabled': { min: 1, max: 20 },
  '/reception/faq/questionMax': { min: 1, max: 200 },
  '/reception/faq/answerMax': { min: 1, max: 2_000 },
  '/reception/smartQuestions/max': { min: 0, max: 20 },
} as const

export type BoundNumber = keyof typeof RULE_BOOK_BOUNDS

/** What can be wrong with a rule book, in one sentence that says what to do. A code is never renamed. */
const SENTENCES = {
  BASE_UNKNOWN: 'There is no built-in rule book of this name; choose one that the page shows.',
  NUMBER_OUT_OF_BOUNDS: 'This number is out of bounds; give one from {min} to {max}.',
  MORE_ON_THAN_CREATED:
    'More questions can be on than created; raise the created ones or lower those that are on.',
  PART_TWICE: 'A part of the reception stands here twice; name each once.',
  PART_MISSING: 'A part of the reception is missing in the order; name at least the greeting or the list.',
  KIND_NOT_AUTOMATIC: 'A message of this kind is never automatic; take it off the list.',
} as const

export type RuleBookProblemCode = keyof typeof SENTENCES

/** One finding; `at` is a JSON pointer into the whole rule book. All of them stop saving. */
export interface RuleBookProblem {
  readonly code: RuleBookProblemCode
  readonly severity: 'error'
  readonly at: string
  readonly message: string
}

const WRITTEN_BY_PEOPLE: readonly MessageKind[] = ['buyer', 'human', 'note']

/** Everything that keeps a store from working by this rule book (PRF-01). Of a built-in one only whether there is one. */
export function ruleBookProblems(choice: RuleBookChoice): readonly RuleBookProblem[] {
  const profile = chosenProfile(choice)
  if (profile === undefined) return [found('BASE_UNKNOWN', pointer('base'))]
  if (choice.changes === null) return []
  return [
    ...numberProblems(profile),
    ...listProblems(profile),
    ...orderProblems(profile),
    ...kindProblems(profile),
  ]
}

function numberProblems({ reception }: Profile): readonly RuleBookProblem[] {
  const { faq, smartQuestions } = reception
  return [
    ...boundProblems('/reception/idleDays', reception.idleDays),
    ...boundProblems('/reception/welcomeMax', reception.welcomeMax),
    ...boundProblems('/reception/automaticPerHour', reception.automaticPerHour),
    ...boundProblems('/reception/sessionGapHours', reception.sessionGapHours),
    ...boundProblems('/reception/faq/maxCreated', faq.maxCreated),
    ...boundProblems('/reception/faq/maxEnabled', faq.maxEnabled),
    ...boundProblems('/reception/faq/questionMax', faq.questionMax),
    ...boundProblems('/reception/faq/answerMax', faq.answerMax),
    ...boundProblems('/reception/smartQuestions/max', smartQuestions.max),
  ]
}

function boundProblems(at: BoundNumber, value: number | null): readonly RuleBookProblem[] {
  const { min, max } = RULE_BOOK_BOUNDS[at]
  if (value === null || (Number.isInteger(value) && value >= min && value <= max)) return []
  return [found('NUMBER_OUT_OF_BOUNDS', at, { min, max })]
}

function listProblems({ reception: { faq } }: Profile): readonly RuleBookProblem[] {
  return faq.maxEnabled > faq.maxCreated
    ? [found('MORE_ON_THAN_CREATED', pointer('reception', 'faq', 'maxEnabled'))]
    : []
}

function orderProblems({ reception: { order } }: Profile): readonly RuleBookProblem[] {
  const at = pointer('reception', 'order')
  if (!order.includes('welcome') && !order.includes('faq_list')) return [found('PART_MISSING', at)]
  return new Set(order).size < order.length ? [found('PART_TWICE', at)] : []
}

function kindProblems({ counting: { autoCounts } }: Profile): readonly RuleBookProblem[] {
  return autoCounts.flatMap((kind, index) =>
    WRITTEN_BY_PEOPLE.includes(kind)
      ? [found('KIND_NOT_AUTOMATIC', pointer('counting', 'autoCounts', index))]
      : [],
  )
}

function found(
  code: RuleBookProblemCode,
  at: string,
  values: Readonly<Record<string, number>> = {},
): RuleBookProblem {
  const message = SENTENCES[code].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name]))
  return { code, severity: 'error', at, message }
}
