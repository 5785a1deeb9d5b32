import { isCalendarDate } from '../time/is-calendar-date.ts'
import type { Condition } from './condition.ts'
import type { FactCondition, KnownFacts } from './known-facts.ts'
import type { AnswerValue } from './variable.ts'

/** What a condition can ask of the moment: facts that come in with the event, beside the collected answers. */
export interface World {
  readonly locale: string
  readonly entry: string | null
  /** What kind of card the buyer sent with this event, and what they wrote. */
  readonly card?: 'product' | 'order'
  readonly words?: string
  readonly openNow: boolean
  readonly returning: boolean
  /** How many seller-pinned products can be shown. */
  readonly products: number
  /** What extensions know of the buyer; absent: nothing. */
  readonly known?: KnownFacts
  /** Smart questions are switched off (SCH-12). */
  readonly asksNothing?: boolean
}

type Compared = AnswerValue | boolean | null

/** Says whether a condition holds. An unknown value satisfies nothing but `isNot`. */
export function conditionHolds(
  condition: Condition | FactCondition,
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
    case 'mentions':
      return typeof left === 'string' && Array.isArray(right) && mentions(left, right)
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

/** Whether words hold one of the keywords, whatever the case and the width; an empty keyword is in no words. */
function mentions(words: string, keywords: readonly string[]): boolean {
  const said = words.normalize('NFKC').toLowerCase()
  return keywords.some((keyword) => {
    const sought = keyword.normalize('NFKC').toLowerCase().trim()
    return sought !== '' && said.includes(sought)
  })
}

function valueOf(
  condition: Condition | FactCondition,
  answers: Readonly<Record<string, AnswerValue>>,
  world: World,
): Compared {
  switch (condition.source) {
    case 'variable':
      return (condition.name === undefined ? undefined : answers[condition.name]) ?? null
    case 'fact':
      return world.known?.[condition.name] ?? null
    case 'locale':
      return world.locale
    case 'entry':
      return world.entry
    case 'card':
      return world.card ?? null
    case 'words':
      return world.words ?? null
    case 'openNow':
      return world.openNow
    case 'returning':
      return world.returning
  }
}
