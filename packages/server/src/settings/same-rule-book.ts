import { isDeepStrictEqual } from 'node:util'
import { chosenProfile } from '@shopbell/engine'
import type { RuleBookChoice } from '@shopbell/protocol'

/** Says whether a store that goes from one to the other notices nothing. */
export function sameRuleBook(one: RuleBookChoice, other: RuleBookChoice): boolean {
  return isDeepStrictEqual(chosenProfile(one), chosenProfile(other))
}
