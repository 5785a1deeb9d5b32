import type { Tx } from './database.ts'
import type { StepRecord } from './step-record.ts'

/** As `JournalConnection.commit`, but inside a transaction that runs as the journal. */
export declare function commitSteps(tx: Tx, steps: readonly StepRecord[]): Promise<ReadonlySet<number>>
