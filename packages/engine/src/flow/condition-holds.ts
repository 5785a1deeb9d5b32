import { isCalendarDate } from '../time/calendar-date.ts'
import type { Condition } from './condition.ts'
import type { AnswerValue } from './variable.ts'

/** What a condition can ask of the moment: facts that come in with the event, beside the collected answers. */
export interface World {
  readonly locale: string
  readonly entry: string | null
  readonly openNow: boolean
  readonly returning: boolean
  /** How many seller-pinned products can be shown. */
  readonly products: number
}

type Compared = AnswerValue | boolean | null

/** Says whether a condition holds. An unknown value satisfies nothing but `isNot`. */
export function conditionHolds(
  condition: Condition,
  answers: Readonly<Record<string, AnswerValue>>,
  world: World,
): boolean {
  const left = valueOf(condition, answers, world)
  const right = condition.value
  switch (condition.op) {
    case 'answered':
      return left !== null
    case 'is':
      return left === right
    case 'isNot':
      return left !== right
    case 'oneOf':
      return Array.isArray(right) && typeof left === 'string' && right.includes(left)
    case 'includes':
      return Array.isArray(left) && typeof right === 'string' && left.includes(right)
    case 'atLeast':
      return typeof left === 'number' && typeof right === 'number' && left >= right
    case 'atMost':
      return typeof left === 'number' && typeof right === 'number' && left <= right
    case 'before':
      return isDate(left) && isDate(right) && left < right
    case 'after':
      return isDate(left) && isDate(right) && left > right
  }
}

/** A buyer may have answered in free words; those lie neither before nor after a day. */
function isDate(value: unknown): value is string {
  return typeof value === 'string' && isCalendarDate(value)
}

function valueOf(
  condition: Condition,
  answers: Readonly<Record<string, AnswerValue>>,
  world: World,
): Compared {
  switch (condition.source) {
    case 'variable':
      return (condition.name === undefined ? undefined : answers[condition.name]) ?? null
    case 'locale':
      return world.locale
    case 'entry':
      return world.entry
    case 'openNow':
      return world.openNow
    case 'returning':
      return world.returning
  }
}
