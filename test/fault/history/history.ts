import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Snapshot } from '../checker/snapshot.ts'
import type { NewOperation, Operation } from './operation.ts'

/** What happened in a run: in memory for the checker, and as JSON lines on disk for whoever wants to look again. */
export interface History {
  readonly note: (operation: NewOperation) => void
  readonly operations: () => readonly Operation[]
  /** Writes everything down, what the database held at the end as the last line. */
  readonly save: (file: string, snapshot: Snapshot) => void
}

const LINES_PER_WRITE = 10_000

export function createHistory(): History {
  const operations: Operation[] = []
  return {
    note: (operation) => {
      operations.push({ ...operation, at: Date.now() })
    },
    operations: () => operations,
    save: (file, snapshot) => {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, '')
      for (let from = 0; from < operations.length; from += LINES_PER_WRITE) {
        const lines = operations.slice(from, from + LINES_PER_WRITE).map((one) => JSON.stringify(one))
        appendFileSync(file, `${lines.join('\n')}\n`)
      }
      appendFileSync(file, `${JSON.stringify({ f: 'database', snapshot })}\n`)
    },
  }
}
