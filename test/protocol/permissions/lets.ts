import type { ErrorCode } from '@shopbell/protocol'
import { type Asker, ASKERS } from './askers.ts'

/** What a door says to somebody: come in, or the error that ends it, whatever they ask for. */
export type Verdict = 'in' | ErrorCode

const IN = 'in'
const WHO = 'NOT_SIGNED_IN'
const NO = 'FORBIDDEN'

/**
 * The kinds of doors, with who gets in. The other admin is let in like an admin, and finds nothing there but what is their own store's.
 * Written down here a second time, on purpose: the server's own table is what is tested.
 */
export const LETS = {
  //             owner admin service agent token  other  buyer other nobody
  //                         _admin               admin        buyer
  anyone: /*  */ [IN, IN, IN, IN, IN, IN, IN, IN, IN],
  account: /* */ [IN, IN, IN, IN, IN, IN, WHO, WHO, WHO],
  person: /*  */ [IN, IN, IN, IN, NO, IN, WHO, WHO, WHO],
  keeper: /*  */ [IN, IN, NO, NO, IN, IN, WHO, WHO, WHO],
  keyKeeper: /**/ [IN, IN, NO, NO, NO, IN, WHO, WHO, WHO],
  peopleKeeper: [IN, IN, NO, NO, NO, IN, WHO, WHO, WHO],
  storeKeeper: [IN, IN, NO, NO, NO, IN, WHO, WHO, WHO],
  owner: /*   */ [IN, NO, NO, NO, NO, NO, WHO, WHO, WHO],
} as const satisfies Record<string, readonly Verdict[]>

export type Door = keyof typeof LETS

export function verdictOf(door: Door, asker: Asker): Verdict {
  const verdict = LETS[door][ASKERS.indexOf(asker)]
  if (verdict === undefined) throw new Error(`The door ${door} does not say what ${asker} gets.`)
  return verdict
}
