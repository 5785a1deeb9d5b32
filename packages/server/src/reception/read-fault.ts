import type { Moment } from './moment.ts'

/**
 * For fault tests only: `SHOPBELL_FAULT=committed:3` calls `strike` when the third step has been committed and nobody was told.
 * Returns null, and nothing listens, where the variable is not set or says something else.
 */
export function readFault(text: string | undefined, strike: () => void): ((moment: Moment) => void) | null {
  const [, moment, count] = /^(decided|committed):([1-9]\d{0,3})$/.exec(text ?? '') ?? []
  if (moment === undefined) return null
  let left = Number(count)
  return (reached) => {
    if (reached !== moment) return
    left -= 1
    if (left === 0) strike()
  }
}
