import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A script of this folder in a process of its own, from the sources. */
export interface Running {
  readonly child: ChildProcess
  /** What it prints, line by line, until it ends. */
  readonly lines: AsyncIterable<string>
  /** What it said of errors so far. */
  readonly errors: () => string
}

export function runScript(name: 'writer' | 'opener' | 'fsync-counter', argument: string): Running {
  const script = fileURLToPath(new URL(`./${name}.ts`, import.meta.url))
  const child = spawn(process.execPath, ['-C', 'shopbell-source', script, argument], {
    env: { PATH: process.env['PATH'] },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
  return { child, lines: createInterface({ input: child.stdout }), errors: () => errors }
}
