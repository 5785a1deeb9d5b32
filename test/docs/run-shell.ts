import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

export interface ShellRun {
  readonly exitCode: number | null
  readonly out: string
  readonly err: string
}

/** What a server says last when it is ready. */
const READY = /\/healthz$/m

/** Commands that run until somebody ends them. */
const SERVES = /(npm start|(@shopbell\/cli|shopbell) serve)\b[^\n]*$/

/**
 * Runs the lines as a reader would type them, one after the other; the first that fails ends it. Where the last one starts a server,
 * the server is asked to end as soon as it is ready, and the exit code is its own.
 */
export function runShell(
  script: string,
  { cwd, env }: { readonly cwd: string; readonly env: Readonly<Record<string, string | undefined>> },
): Promise<ShellRun> {
  return new Promise((resolve, reject) => {
    const child = spawn('bash', ['-euo', 'pipefail', '-c', script], {
      cwd,
      env: { ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let out = ''
    let err = ''
    let asked = false
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
      if (asked || !SERVES.test(script.trim()) || !READY.test(out)) return
      asked = true
      process.kill(innermost(child.pid ?? 0), 'SIGTERM')
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
    child.once('error', reject)
    child.once('close', (exitCode) => resolve({ exitCode, out, err }))
  })
}

/** The server itself, below the shell, npm and whatever else stands around it. */
function innermost(pid: number): number {
  const children = readFileSync(`/proc/${String(pid)}/task/${String(pid)}/children`, 'utf8').trim()
  return children === '' ? pid : innermost(Number(children.split(' ').at(-1)))
}
