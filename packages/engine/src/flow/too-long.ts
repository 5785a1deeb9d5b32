import { characterCount, type CountMode } from '../text/character-count.ts'
import { problem, type Problem } from './problem.ts'
import type { ProblemCode } from './problem-catalogue.ts'

interface Limit {
  /** Pointer from the document's root. */
  readonly at: string
  readonly max: number
  readonly mode: CountMode
}

/** Finds a text that is longer than its limit, counted by the one `characterCount` (FAQ-03…05, WEL-09). */
export function tooLong(
  code: ProblemCode,
  what: string,
  text: string | undefined,
  { at, max, mode }: Limit,
): readonly Problem[] {
  if (text === undefined) return []
  const count = characterCount(text, mode)
  if (count <= max) return []
  return [
    problem(
      code,
      at,
      `This ${what} has ${count} characters; shorten it to ${max} or fewer${ADVICE[code] ?? ''}.`,
    ),
  ]
}

const ADVICE: Partial<Record<ProblemCode, string>> = {
  QUESTION_TOO_LONG: ', or use a custom profile with a higher limit',
}
