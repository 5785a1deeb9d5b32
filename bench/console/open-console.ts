import { CONSOLE_SUBPROTOCOL } from '@shopbell/protocol'
import { WebSocket } from 'ws'

/** An agent at a console, as HTTP requests and a socket. */
export interface BenchConsole {
  /** Asks for a path of the API; how long the answer took, in milliseconds, and what it was. */
  readonly ask: (path: string) => Promise<{ readonly tookMs: number; readonly answer: unknown }>
  /** Follows a conversation; `hear` is called with every seq that comes and when. */
  readonly watch: (conversation: string, hear: (seq: number, at: number) => void) => Promise<void>
  readonly close: () => void
}

/** Becomes the owner by a set-up token, and signs in with it. */
export async function openConsole(serverUrl: string, setupToken: string): Promise<BenchConsole> {
  const send = (method: string, path: string, cookie: string, body?: object) =>
    fetch(`${serverUrl}/api/v1${path}`, {
      method,
      headers: {
        origin: serverUrl,
        cookie,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  const owner = {
    token: setupToken,
    name: 'Bench',
    email: 'bench@shop.example',
    password: 'twelve letters at least',
  }
  const begun = await send('POST', '/setup', '', owner)
  if (!begun.ok) throw new Error(`The owner was refused: ${await begun.text()}`)
  const cookie = begun.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const sockets: WebSocket[] = []

  return {
    ask: async (path) => {
      const startedAt = performance.now()
      const response = await send('GET', path, cookie)
      const answer: unknown = await response.json()
      if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`)
      return { tookMs: performance.now() - startedAt, answer }
    },
    watch: async (conversation, hear) => {
      const { ticket } = ticketIn(await (await send('POST', '/socket-tickets', cookie)).json())
      const socket = new WebSocket(`${serverUrl.replace(/^http/, 'ws')}/v1/console`, CONSOLE_SUBPROTOCOL, {
        origin: serverUrl,
        perMessageDeflate: false,
      })
      sockets.push(socket)
      await new Promise<void>((resolve, reject) => {
        socket.on('error', reject)
        socket.on('open', () => {
          socket.send(JSON.stringify({ type: 'hello', ticket }))
        })
        socket.on('message', (bytes: Buffer) => {
          const frame = frameIn(JSON.parse(bytes.toString('utf8')))
          if (frame.type === 'welcome') {
            socket.send(JSON.stringify({ type: 'watch', conversation, after: 0 }))
            resolve()
          } else if (frame.seq !== undefined) hear(frame.seq, performance.now())
        })
      })
    },
    close: () => {
      for (const socket of sockets) socket.terminate()
    },
  }
}

function ticketIn(answer: unknown): { readonly ticket: string } {
  if (
    typeof answer === 'object' &&
    answer !== null &&
    'ticket' in answer &&
    typeof answer.ticket === 'string'
  )
    return { ticket: answer.ticket }
  throw new Error('No ticket came.')
}

/** The type of a frame, and the seq of the message it brings. */
function frameIn(frame: unknown): { readonly type: string; readonly seq?: number } {
  if (typeof frame !== 'object' || frame === null || !('type' in frame)) return { type: '' }
  if (frame.type !== 'message' || !('message' in frame)) return { type: String(frame.type) }
  const { message } = frame
  const seq = typeof message === 'object' && message !== null && 'seq' in message ? Number(message.seq) : NaN
  return { type: 'message', seq }
}
