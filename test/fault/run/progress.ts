import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Verdict } from './verdict.ts'

/** The blocks that are done, on disk after each one: a long run that was cut goes on where it was. */
export interface Progress {
  readonly done: () => readonly Verdict[]
  readonly add: (verdict: Verdict) => void
}

export function openProgress(file: string): Progress {
  const done: Verdict[] = read(file)
  return {
    done: () => done,
    add: (verdict) => {
      done.push(verdict)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, JSON.stringify(done))
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
