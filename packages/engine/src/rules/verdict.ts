import type { Refusal } from '../conversation/refusal.ts'

/** What a rule that may keep the robot silent returns: the reason, or null where nothing speaks against it. */
export type Verdict = Refusal | null
