import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { NODE_OPTIONS_VARIABLE, type NodeOptions } from './node-options.ts'

const MAIN = fileURLToPath(new URL('fault-node.ts', import.meta.url))
/** Node keeps the compiled sources here: a process that starts hundreds of times reads them once. */
const COMPILED = join(tmpdir(), 'shopbell-fault-compiled')

/** A running server process that may be killed. */
export interface FaultNode {
  readonly pid: number
  readonly port: number
  /** SIGKILL; resolves when the process is gone. */
  readonly kill: () => Promise<void>
  /** SIGTERM, and the code it ends with. */
  readonly stop: () => Promise<number | null>
  readonly ended: Promise<NodeJS.Signals | null>
  readonly isAlive: () => boolean
  readonly residentBytes: () => number
  readonly output: () => string
}

/** Starts a node on a free port; resolves when it listens. A node that dies before says so by `null`: it may have been told to. */
export async function startNode(
  environment: Readonly<Record<string, string>>,
  options: NodeOptions,
): Promise<FaultNode | null> {
  const child = spawn(process.execPath, ['-C', 'shopbell-source', MAIN], {
    env: {
      PATH: process.env['PATH'],
      NODE_COMPILE_CACHE: COMPILED,
      LOG_LEVEL: 'fatal',
      PORT: '0',
      SHOPBELL_DEMO: 'off',
      // So that a test may give its buyers addresses.
      SHOPBELL_TRUST_PROXY: '127.0.0.1',
      ...environment,
      [NODE_OPTIONS_VARIABLE]: JSON.stringify(options),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const killAtExit = () => void child.kill('SIGKILL')
  process.once('exit', killAtExit)
  let output = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output = `${output}${text}`.slice(-20_000)))
  const ended = once(child, 'exit').then(([, signal]: (NodeJS.Signals | null)[]) => {
    process.off('exit', killAtExit)
    return signal ?? null
  })
  const port = await portOf(child)
  const { pid } = child
  if (port === null || pid === undefined) {
    if ((await ended) === 'SIGKILL') return null
    throw new Error(`A node did not start:\n${output}`)
  }
  return {
    pid,
    port,
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
    isAlive: () => child.exitCode === null && child.signalCode === null,
    residentBytes: () => residentBytesOf(pid),
    output: () => output,
  }
}

async function portOf(child: ChildProcess): Promise<number | null> {
  if (child.stdout === null) return null
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('http')) return Number(new URL(line).port)
  }
  return null
}

/** 0 where the system has no `/proc`. */
function residentBytesOf(pid: number): number {
  try {
    const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1]
    return Number(kilobytes ?? 0) * 1_024
  } catch {
    return 0
  }
}
