import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { eventually } from '../tools/eventually.ts'
import { freePort } from '../tools/free-port.ts'
import { npmPackages } from '../tools/npm-packages.ts'

/** A bot in a process of its own, on the real Botkit. */
export interface RunningBot {
  readonly url: string
  readonly lines: readonly string[]
  readonly isRunning: () => boolean
  /** Asks the program over its own channel; one question at a time. */
  readonly ask: (question: object) => Promise<unknown>
  /** Lets the storage of `failing-bot.mjs` fail that often. */
  readonly failStorage: (times: number) => Promise<void>
  /** A buyer in Botkit's web chat. */
  readonly join: (user: string) => Promise<WebChat>
  readonly stop: () => Promise<void>
}

export interface WebMessage {
  readonly type: string
  readonly text?: string
  readonly quick_replies?: readonly { readonly title: string; readonly payload: string }[]
}

export interface WebChat {
  readonly heard: WebMessage[]
  /** Everything said since the last look, once there are as many as expected. */
  readonly next: (count: number) => Promise<readonly (string | undefined)[]>
  readonly send: (frame: Readonly<Record<string, unknown>>) => void
  readonly say: (text: string) => void
  readonly leave: () => void
}

const packages = npmPackages(import.meta.dirname)
const TO_THE_STUB = new URL('to-the-stub.mjs', import.meta.url).href
const FIND_BOTKIT = new URL('find-here.mjs', import.meta.url).href

/** A platform's own API is played by `remote`, an address that every request over HTTPS is led to. */
interface OnPlatform {
  readonly platform: string
  readonly remote: string
  readonly environment?: Readonly<Record<string, string>>
}

export async function startBot(program: URL, flow: URL, on?: OnPlatform, shop?: string): Promise<RunningBot> {
  if (!packages.installed()) packages.install()
  const port = await freePort()
  const url = `http://127.0.0.1:${String(port)}`
  const child = spawn(
    process.execPath,
    [
      '--conditions=shopbell-source',
      ...['--import', FIND_BOTKIT],
      ...(on === undefined ? [] : ['--import', TO_THE_STUB]),
      ...[fileURLToPath(program), fileURLToPath(flow), on?.platform ?? shop ?? ''],
    ],
    {
      env: {
        ...{ ...process.env, PORT: String(port) },
        ...(on === undefined ? {} : { REMOTE: on.remote, ...on.environment }),
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  )
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) createInterface({ input: stream }).on('line', (line) => lines.push(line))
  }
  const dies = new Promise<never>((_, reject) => {
    child.once('exit', () => reject(new Error(`The bot ended:\n${lines.join('\n')}`)))
  })
  dies.catch(() => undefined)
  await Promise.race([eventually(() => fetch(url)), dies])
  return {
    url,
    lines,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    ask: (question) => ask(child, question),
    failStorage: async (times) => void (await ask(child, times)),
    join: (user) => joinChat(url, user),
    stop: () => ended(child),
  }
}

function ask(child: ChildProcess, question: object | number): Promise<unknown> {
  return new Promise((resolve) => {
    child.once('message', resolve)
    child.send(question)
  })
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    if (!child.kill('SIGKILL')) resolve()
  })
}

async function joinChat(url: string, user: string): Promise<WebChat> {
  const socket = new WebSocket(url.replace('http', 'ws'))
  const heard: WebMessage[] = []
  let looked = 0
  socket.addEventListener('message', ({ data }) => heard.push(JSON.parse(String(data))))
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve(), { once: true })
    socket.addEventListener('error', reject, { once: true })
  })
  const send: WebChat['send'] = (frame) => socket.send(JSON.stringify({ user, channel: 'socket', ...frame }))
  return {
    heard,
    next: (count) =>
      eventually(() => {
        if (heard.length < looked + count)
          throw new Error(`${String(heard.length - looked)} of ${String(count)} messages`)
        const texts = heard.slice(looked).map(({ text }) => text)
        looked = heard.length
        return texts
      }),
    send,
    say: (text) => send({ type: 'message', text }),
    leave: () => socket.close(),
  }
}
