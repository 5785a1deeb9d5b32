import type { ReceptionStep } from '../flow/profile.ts'
import type { Rule } from './rule.ts'

export const LEAVE_OUT_PART: Rule = {
  ids: ['SCH-12'],
  says: 'A part of the reception that is switched off is left out; the others keep their order.',
  reads: [],
}

/** Says whether the seller switched this part of the reception off (SCH-12). */
export function leaveOutPart(part: ReceptionStep, without: readonly ReceptionStep[] = []): boolean {
  return without.includes(part)
}
