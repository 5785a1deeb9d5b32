import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Verdict } from './verdict.ts'

/** The blocks that are done, on disk after each one: a long run that was cut goes on where it was. */
export interface Progress {
  readonly done: () => readonly Verdict[]
  readonly add: (verdict: Verdict) => void
  /** The run came to its end: the next one begins anew. */
  readonly finish: () => void
}

/** `file` null: nothing is kept, and nothing was. */
export function openProgress(file: string | null): Progress {
  const done: Verdict[] = file === null ? [] : read(file)
  return {
    done: () => done,
    add: (verdict) => {
      done.push(verdict)
      if (file === null) return
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, JSON.stringify(done))
    },
    finish: () => {
      if (file !== null) rmSync(file, { force: true })
    },
  }
}

function read(file: string): Verdict[] {
  try {
    // Written by `add`.
    return JSON.parse(readFileSync(file, 'utf8')) as Verdict[]
  } catch {
    return []
  }
}
