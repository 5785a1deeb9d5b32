import { type MessageKind, type RuleBookChoice } from '@shopbell/protocol'
import { pointer } from './problem.ts'
import type { Profile } from './profile.ts'
import { chosenProfile } from './profiles.ts'

/** Smallest and largest value of each number of a store's own rule book. Above them a list is no list and an answer no answer. */
export const RULE_BOOK_BOUNDS = {
  idleDays: { min: 1, max: 365 },
  welcomeMax: { min: 1, max: 2_000 },
  automaticPerHour: { min: 1, max: 200 },
  sessionGapHours: { min: 1, max: 168 },
  maxCreated: { min: 1, max: 50 },
  maxEnabled: { min: 1, max: 20 },
  questionMax: { min: 1, max: 200 },
  answerMax: { min: 1, max: 2_000 },
  smartQuestionsMax: { min: 0, max: 20 },
} as const

type Bound = keyof typeof RULE_BOOK_BOUNDS

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
  const { faq, smartQuestions, idleDays } = reception
  const numbers: readonly (readonly [bound: Bound, value: number | null, at: string])[] = [
    ['idleDays', idleDays, pointer('reception', 'idleDays')],
    ['welcomeMax', reception.welcomeMax, pointer('reception', 'welcomeMax')],
    ['automaticPerHour', reception.automaticPerHour, pointer('reception', 'automaticPerHour')],
    ['sessionGapHours', reception.sessionGapHours, pointer('reception', 'sessionGapHours')],
    ['maxCreated', faq.maxCreated, pointer('reception', 'faq', 'maxCreated')],
    ['maxEnabled', faq.maxEnabled, pointer('reception', 'faq', 'maxEnabled')],
    ['questionMax', faq.questionMax, pointer('reception', 'faq', 'questionMax')],
    ['answerMax', faq.answerMax, pointer('reception', 'faq', 'answerMax')],
    ['smartQuestionsMax', smartQuestions.max, pointer('reception', 'smartQuestions', 'max')],
  ]
  return numbers.flatMap(([bound, value, at]) => {
    const { min, max } = RULE_BOOK_BOUNDS[bound]
    return value === null || (Number.isInteger(value) && value >= min && value <= max)
      ? []
      : [found('NUMBER_OUT_OF_BOUNDS', at, { min, max })]
  })
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
