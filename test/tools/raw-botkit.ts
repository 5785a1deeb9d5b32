import { BotkitAnswer, BotkitDown, BotkitHistory } from '@shopbell/protocol'
import { Value } from 'typebox/value'
import { WebSocket } from 'ws'
import { eventually } from './eventually.ts'

/** A browser for Botkit's frames: it keeps the cookie it is given, and nothing else. */
export interface BotkitBrowser {
  /** `name=value`, once the server has set it. */
  readonly cookie: () => string | undefined
  readonly open: (options?: OpenOptions) => Promise<RawBotkit>
  /** One frame by webhook: status and what came with the answer. */
  readonly post: (frame: object | string, options?: PostOptions) => Promise<Posted>
  readonly history: (user: string) => Promise<BotkitHistory>
}

interface OpenOptions {
  readonly path?: string
  readonly headers?: Readonly<Record<string, string>>
}

interface PostOptions {
  readonly path?: string
  readonly headers?: Readonly<Record<string, string>>
}

interface Posted {
  readonly status: number
  readonly body: unknown
  readonly texts: readonly string[]
  readonly setCookie: string | null
}

/** One socket in raw frames. */
export interface RawBotkit {
  /** Every frame so far; each fits the protocol. */
  readonly heard: readonly BotkitDown[]
  readonly send: (frame: object | string | Buffer) => void
  /** Messages that no look has returned yet, once there are as many as expected. */
  readonly next: (count: number) => Promise<readonly BotkitMessageFrame[]>
  /** The code of the next refusal that no look has returned. */
  readonly refusal: () => Promise<string>
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>
  /** The `Set-Cookie` of the answer that opened the socket. */
  readonly setCookie: string | null
  readonly leave: () => void
}

type BotkitMessageFrame = Extract<BotkitDown, { type: 'message' }>

export function botkitBrowser(url: string, begin?: string): BotkitBrowser {
  let cookie = begin
  const keep = (setCookie: string | null): void => {
    if (setCookie !== null) cookie = setCookie.split(';')[0]
  }
  const withCookie = (headers: Readonly<Record<string, string>> = {}) => ({
    ...(cookie === undefined ? {} : { cookie }),
    ...headers,
  })
  const ask = (path: string, body: object | string, headers?: Readonly<Record<string, string>>) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...withCookie(headers) },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })

  return {
    cookie: () => cookie,
    open: async ({ path = '/botkit', headers } = {}) => {
      const socket = new WebSocket(`${url.replace('http', 'ws')}${path}`, { headers: withCookie(headers) })
      const opened = await openSocket(socket)
      keep(opened.setCookie)
      return opened
    },
    post: async (frame, { path = '/api/messages', headers } = {}) => {
      const response = await ask(path, frame, headers)
      const setCookie = response.headers.get('set-cookie')
      keep(setCookie)
      const body: unknown = await response.json()
      const texts = response.ok ? Value.Parse(BotkitAnswer, body).map(({ text }) => text) : []
      return { status: response.status, body, texts, setCookie }
    },
    history: async (user) =>
      Value.Parse(BotkitHistory, await (await ask('/botkit/history', { user })).json()),
  }
}

async function openSocket(socket: WebSocket): Promise<RawBotkit> {
  const heard: BotkitDown[] = []
  let broken: string | null = null
  let messages = 0
  let refusals = 0
  let setCookie: string | null = null
  socket.on('message', (bytes: Buffer) => {
    const frame: unknown = JSON.parse(bytes.toString('utf8'))
    if (Value.Check(BotkitDown, frame)) heard.push(frame)
    else broken = `The server sent ${bytes.toString('utf8')}`
  })
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.on('close', (code, reason) => resolve({ code, reason: reason.toString('utf8') }))
  })
  socket.on('upgrade', ({ headers }) => {
    setCookie = headers['set-cookie']?.[0] ?? null
  })
  await new Promise<void>((resolve, reject) => {
    socket.on('open', () => resolve())
    socket.on('error', reject)
  })
  const ofType = <Type extends BotkitDown['type']>(type: Type) => {
    if (broken !== null) throw new Error(broken)
    return heard.filter((frame): frame is Extract<BotkitDown, { type: Type }> => frame.type === type)
  }
  return {
    heard,
    setCookie,
    closed,
    send: (frame) =>
      socket.send(typeof frame === 'string' || Buffer.isBuffer(frame) ? frame : JSON.stringify(frame)),
    next: (count) =>
      eventually(() => {
        const found = ofType('message').slice(messages)
        if (found.length < count)
          throw new Error(`${String(found.length)} of ${String(count)} messages: ${JSON.stringify(heard)}`)
        messages += found.length
        return found
      }),
    refusal: () =>
      eventually(() => {
        const found = ofType('refused')[refusals]
        if (found === undefined) throw new Error(`No refusal came: ${JSON.stringify(heard)}`)
        refusals += 1
        return found.code
      }),
    leave: () => socket.terminate(),
  }
}
