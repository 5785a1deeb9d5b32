import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../../packages/server/src/main.ts', import.meta.url))

/** The server as operators run it: a process of its own, that a test may kill. */
export interface ServerProcess {
  readonly url: string
  readonly pid: number
  /** SIGKILL: no goodbye, no clean-up. Resolves when the process is gone. */
  readonly kill: () => Promise<void>
  /** SIGTERM, and the exit code it ends with. */
  readonly stop: () => Promise<number | null>
  /** Resolves when the process is gone, with the signal that ended it. */
  readonly ended: Promise<NodeJS.Signals | null>
  /** Null while it runs, and when a signal ended it. */
  readonly exitCode: () => number | null
  /** What it said so far. */
  readonly output: () => string
}

/** Starts `main.ts` and resolves when it says where it is open; rejects with its last words when it does not. */
export async function startServerProcess(
  environment: Readonly<Record<string, string>>,
): Promise<ServerProcess> {
  const child = spawn(process.execPath, ['-C', 'shopbell-source', MAIN], {
    env: { PATH: process.env['PATH'], LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const killAtExit = () => void child.kill('SIGKILL')
  process.once('exit', killAtExit)
  let output = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text))
  const ended = once(child, 'exit').then(([, signal]: (NodeJS.Signals | null)[]) => {
    process.off('exit', killAtExit)
    return signal ?? null
  })
  const url = await addressOf(child, (line) => (output += `${line}\n`))
  if (url === null || child.pid === undefined) throw new Error(`The server did not start:\n${output}`)
  return {
    url,
    pid: child.pid,
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
    stop: async () => {
      child.kill('SIGTERM')
      await ended
      return child.exitCode
    },
    ended,
    exitCode: () => child.exitCode,
    output: () => output,
  }
}

/** Reads the start-up lines until the one with the address of `/healthz`; null when the output ends before. */
async function addressOf(child: ChildProcess, keep: (line: string) => void): Promise<string | null> {
  if (child.stdout === null) return null
  const lines = createInterface({ input: child.stdout })
  return new Promise((resolve) => {
    lines.on('line', (line) => {
      keep(line)
      const url = /(https?:\/\/\S+)\/healthz$/.exec(line)?.[1]
      if (url !== undefined) resolve(url)
    })
    lines.on('close', () => {
      resolve(null)
    })
  })
}
