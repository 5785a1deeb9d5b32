import { beginsSession } from './begins-session.ts'
import type { ReceptionEvent } from './event.ts'
import { decodeFacts, type JournalledFacts } from './facts-json.ts'
import type { Program } from './program.ts'
import type { Session } from './session.ts'
import { step } from './step.ts'
import type { Step } from './step-result.ts'

/** One row of a conversation's journal, in the order of its revisions. */
export interface JournalEntry {
  readonly revision: number
  readonly event: ReceptionEvent
  readonly facts: JournalledFacts
}

/**
 * Runs a conversation again from its journal. The steps are the same as they were: the journal holds all that `step` looks at. The
 * live version at each step is the one its facts name. `programOf` gives a published version's program.
 */
export function replay(
  programOf: (flowVersion: number) => Program,
  journal: readonly JournalEntry[],
): readonly Step[] {
  let session: Session | null = null
  let pinned = 0
  return journal.map((entry) => {
    const facts = decodeFacts(entry.facts, (version) => programOf(version).list)
    const version = beginsSession(session, entry.event, facts) ? entry.facts.liveVersion : pinned
    const result = step(programOf(version), session, entry.event, facts)
    if (!result.rejected) pinned = version
    session = result.session
    return result
  })
}
