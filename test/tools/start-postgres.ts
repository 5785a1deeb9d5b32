import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { findPostgres } from './find-postgres.ts'
import { freePort } from './free-port.ts'
import { killTree, signalTree } from './signal-tree.ts'
import { type Account, unprivilegedUser } from './unprivileged-user.ts'

/** A PostgreSQL of its own for one test run, on 127.0.0.1; its superuser is `postgres`, without a password. */
export interface Postgres {
  /** Stays the same through `restart`. */
  readonly port: number
  /** The connection address of a database, `postgres` when none is named. */
  readonly url: (database?: string) => string
  /** Ends all sessions and the server, and removes its files. */
  readonly stop: () => Promise<void>
  /** SIGKILL for the server and every process of it: what a crash leaves behind is left behind. */
  readonly kill: () => Promise<void>
  /** Starts it again on the same files and port, after a crash or without one. */
  readonly restart: () => Promise<void>
  /** SIGSTOP for every process of it: connections stay open, and nothing answers. */
  readonly pause: () => void
  readonly resume: () => void
}

export interface PostgresOptions {
  /** True where a test kills the machine's power, so to say; false (the default) is several times faster. */
  readonly fsync?: boolean
  /** More environment variables for the server, such as a library to load first. */
  readonly environment?: Readonly<Record<string, string>>
}

/** Starts a PostgreSQL with files in the temporary directory, as root or as an ordinary user. */
export async function startPostgres({
  fsync = false,
  environment: more = {},
}: PostgresOptions = {}): Promise<Postgres> {
  const account = unprivilegedUser()
  const directory = mkdtempSync(join(tmpdir(), 'shopbell-postgres-'))
  if (account !== null) chownSync(directory, account.uid, account.gid)
  const bin = reachableBinaries(findPostgres().bin, directory, account)
  const environment = { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', HOME: directory, ...more }
  const spawnAs = { cwd: directory, env: environment, ...account }

  const locale = process.platform === 'linux' ? 'C.UTF-8' : 'C'
  const data = join(directory, 'data')
  const initialise = [
    '-D',
    data,
    '-A',
    'trust',
    '-U',
    'postgres',
    `--locale=${locale}`,
    '-E',
    'UTF8',
    '--no-sync',
  ]
  execFileSync(join(bin, 'initdb'), initialise, { ...spawnAs, stdio: ['ignore', 'ignore', 'pipe'] })

  const port = await freePort()
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: directory,
    fsync: fsync ? 'on' : 'off',
    max_connections: 200,
    timezone: 'UTC',
  }
  const args = [
    '-D',
    data,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  const start = () =>
    ready(spawn(join(bin, 'postgres'), args, { ...spawnAs, stdio: ['ignore', 'ignore', 'pipe'] }))
  let server = await start()
  const killAtExit = () => void signalTree(server.pid, 'SIGKILL')
  process.once('exit', killAtExit)

  const end = async (how: () => unknown) => {
    if (server.exitCode !== null || server.signalCode !== null) return
    const ended = once(server, 'exit')
    await how()
    await ended
  }
  const stop = () => end(() => server.kill('SIGINT'))
  return {
    port,
    url: (database = 'postgres') => `postgres://postgres@127.0.0.1:${port}/${database}`,
    stop: async () => {
      await stop()
      process.removeListener('exit', killAtExit)
      rmSync(directory, { recursive: true, force: true })
    },
    // A process of it that still lives holds the shared memory, and no new server may start on its files.
    kill: () => end(() => killTree(server.pid)),
    restart: async () => {
      await stop()
      server = await start()
    },
    pause: () => {
      signalTree(server.pid, 'SIGSTOP')
    },
    resume: () => {
      signalTree(server.pid, 'SIGCONT')
    },
  }
}

/** Waits for the line in which the server says it accepts connections; its last words explain when it does not. */
async function ready(server: ChildProcess): Promise<ChildProcess> {
  if (server.stderr === null) throw new Error('The server was started without a pipe for its log.')
  const said: string[] = []
  for await (const line of createInterface({ input: server.stderr })) {
    said.push(line)
    if (line.includes('ready to accept connections')) {
      server.stderr.resume()
      return server
    }
  }
  throw new Error(`PostgreSQL did not start:\n${said.slice(-5).join('\n')}`)
}

/** The binaries, copied beside the data where the account may not enter the folders that lead to them. */
function reachableBinaries(bin: string, directory: string, account: Account | null): string {
  try {
    execFileSync(join(bin, 'postgres'), ['--version'], { ...account, cwd: directory, stdio: 'ignore' })
    return bin
  } catch {
    const copy = join(directory, 'installation')
    cpSync(dirname(bin), copy, { recursive: true, verbatimSymlinks: true })
    return join(copy, 'bin')
  }
}
