import { type ConsoleDown, type ConsoleUp, SocketTicket } from '@shopbell/protocol'
import { WebSocket } from 'ws'
import { ask } from './ask.ts'
import type { ConsoleStage } from './open-console-stage.ts'

/** A console's socket as raw frames. */
export interface ConsoleClient {
  readonly say: (frame: ConsoleUp) => void
  readonly sayRaw: (frame: string | Buffer) => void
  /** The frames that came, in order. */
  readonly heard: readonly ConsoleDown[]
  /** The next frame (from the first one on) that fits and was not returned before. */
  readonly next: <Frame extends ConsoleDown>(fits: (frame: ConsoleDown) => frame is Frame) => Promise<Frame>
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>
  readonly leave: () => void
}

export interface Opening {
  readonly origin?: string | undefined
  readonly headers?: Readonly<Record<string, string | string[]>>
}

/** Opens a socket that says nothing yet; rejects with the HTTP status where it is refused. */
export function openSocket(stage: ConsoleStage, opening: Opening = {}): Promise<ConsoleClient> {
  const { origin = stage.ownOrigin, headers = {} } = opening
  const socket = new WebSocket(stage.socketUrl(), {
    headers: 'origin' in opening && opening.origin === undefined ? { ...headers } : { origin, ...headers },
  })
  const heard: ConsoleDown[] = []
  const taken = new Set<ConsoleDown>()
  const waiting = new Set<() => void>()
  socket.on('message', (bytes: Buffer) => {
    heard.push(JSON.parse(bytes.toString('utf8')))
    for (const look of waiting) look()
  })
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.on('close', (code, reason) => {
      resolve({ code, reason: reason.toString('utf8') })
      for (const look of waiting) look()
    })
  })
  const client: ConsoleClient = {
    say: (frame) => socket.send(JSON.stringify(frame)),
    sayRaw: (frame) => socket.send(frame),
    heard,
    closed,
    leave: () => socket.close(),
    next: (fits) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const frame = heard.filter((one) => !taken.has(one)).find(fits)
          if (frame !== undefined) {
            taken.add(frame)
            waiting.delete(look)
            resolve(frame)
          } else if (socket.readyState === WebSocket.CLOSED) {
            waiting.delete(look)
            reject(new Error(`The socket closed; it said ${JSON.stringify(heard)}`))
          }
        }
        waiting.add(look)
        look()
      }),
  }
  return new Promise((resolve, reject) => {
    socket.on('open', () => resolve(client))
    socket.on('unexpected-response', (_request, { statusCode }) => reject(new Error(String(statusCode))))
    socket.on('error', reject)
  })
}

/** A console that is signed in and was welcomed. */
export async function openConsole(stage: ConsoleStage, cookie: string): Promise<ConsoleClient> {
  const { ticket } = (await ask(stage, 'POST', '/socket-tickets', { cookie })).as(SocketTicket)
  const client = await openSocket(stage)
  client.say({ type: 'hello', ticket })
  await client.next(isType('welcome'))
  return client
}

type FrameOf<Type extends ConsoleDown['type']> = Extract<ConsoleDown, { type: Type }>

export function isType<Type extends ConsoleDown['type']>(type: Type) {
  return (frame: ConsoleDown): frame is FrameOf<Type> => frame.type === type
}
