import { failureOf } from '../store/failure.ts'

/** What became of one step. `conflict`: another node was faster. `busy`: too much waits, nothing was tried. */
export type CommitOutcome = 'committed' | 'conflict' | 'busy'

/** Writes the steps of many conversations together. */
export interface Committer<Step> {
  /** Resolves after the commit. Rejects when the database refused this step or went away; then it may or may not be stored. */
  readonly commit: (step: Step) => Promise<CommitOutcome>
  readonly isIdle: () => boolean
  /** Steps that wait for the batch under way. */
  readonly waiting: () => number
}

export interface CommitterOptions<Step> {
  /** Writes a batch in one transaction and answers the conversations whose step matched the revision it was made from. */
  readonly write: (steps: readonly Step[]) => Promise<ReadonlySet<number>>
  readonly maxBatch: number
  readonly maxWaiting: number
}

interface Waiting<Step> {
  readonly step: Step
  readonly resolve: (outcome: CommitOutcome) => void
  readonly reject: (error: unknown) => void
}

/**
 * Group commit: whatever has gathered is written as soon as the one connection is idle, without waiting for more. A conversation
 * is in a batch at most once, because its mailbox has one step in flight.
 */
export function createCommitter<Step extends { readonly conversationId: number }>({
  write,
  maxBatch,
  maxWaiting,
}: CommitterOptions<Step>): Committer<Step> {
  const waiting: Waiting<Step>[] = []
  let writing = false

  async function flush(): Promise<void> {
    writing = true
    while (waiting.length > 0) await writeTogether(waiting.splice(0, maxBatch))
    writing = false
  }

  async function writeTogether(batch: readonly Waiting<Step>[]): Promise<void> {
    try {
      const committed = await write(batch.map(({ step }) => step))
      for (const { step, resolve } of batch) {
        resolve(committed.has(step.conversationId) ? 'committed' : 'conflict')
      }
    } catch (error) {
      if (batch.length > 1 && failureOf(error) === 'poison') {
        // One bad row fails its whole batch: halve it until the culprit is alone.
        const middle = Math.ceil(batch.length / 2)
        await writeTogether(batch.slice(0, middle))
        await writeTogether(batch.slice(middle))
      } else {
        for (const { reject } of batch) reject(error)
      }
    }
  }

  return {
    commit: (step) => {
      if (waiting.length >= maxWaiting) return Promise.resolve('busy')
      return new Promise((resolve, reject) => {
        waiting.push({ step, resolve, reject })
        if (!writing) void flush()
      })
    },
    isIdle: () => !writing,
    waiting: () => waiting.length,
  }
}
