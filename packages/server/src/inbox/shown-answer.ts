import type { CollectedAnswer } from '@shopbell/protocol'
import type { StoredAnswer } from '../store/step-record.ts'

/** A collected answer as the console gets it (SQ-06). */
export function shownAnswer({
  variable,
  question,
  value,
  shown,
  unit,
  seq,
  at,
}: StoredAnswer): CollectedAnswer {
  return {
    variable,
    question,
    value: typeof value === 'object' ? [...value] : value,
    shown,
    ...(unit === null ? {} : { unit }),
    seq,
    at,
  }
}
