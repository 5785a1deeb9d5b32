import { type ConsoleDown, type ConsoleUp, SocketTicket } from '@shopbell/protocol'
import { WebSocket } from 'ws'
import { ask } from './ask.ts'
import type { ConsoleStage } from './open-console-stage.ts'

type FrameOf<Type extends ConsoleDown['type']> = Extract<ConsoleDown, { type: Type }>

/** A console's socket as raw frames. */
export interface ConsoleClient {
  readonly say: (frame: ConsoleUp) => void
  readonly sayRaw: (frame: string | Buffer) => void
  /** The frames that came, in order. */
  readonly heard: readonly ConsoleDown[]
  /** The next frame that fits and was not returned before; rejects where the socket closes without one. */
  readonly next: (fits?: (frame: ConsoleDown) => boolean) => Promise<ConsoleDown>
  readonly nextOf: <Type extends ConsoleDown['type']>(type: Type) => Promise<FrameOf<Type>>
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>
  readonly leave: () => void
}

export interface Opening {
  readonly origin?: string | undefined
  readonly headers?: Readonly<Record<string, string | string[]>>
}

/** Opens a socket that says nothing yet; rejects with the HTTP status where it is refused. */
export function openSocket(stage: ConsoleStage, opening: Opening = {}): Promise<ConsoleClient> {
  const { origin = stage.ownOrigin(), headers = {} } = opening
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
  function find<Frame extends ConsoleDown>(fits: (frame: ConsoleDown) => frame is Frame): Promise<Frame> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const frame = heard.filter((one) => !taken.has(one)).find(fits)
        if (frame === undefined && socket.readyState !== WebSocket.CLOSED) return
        waiting.delete(look)
        if (frame === undefined) reject(new Error(`The socket closed; it said ${JSON.stringify(heard)}`))
        else {
          taken.add(frame)
          resolve(frame)
        }
      }
      waiting.add(look)
      look()
    })
  }

  const client: ConsoleClient = {
    say: (frame) => socket.send(JSON.stringify(frame)),
    sayRaw: (frame) => socket.send(frame),
    heard,
    closed,
    leave: () => socket.close(),
    next: (fits = () => true) => find((frame): frame is ConsoleDown => fits(frame)),
    nextOf: (type) => find((frame): frame is FrameOf<typeof type> => frame.type === type),
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
  await client.nextOf('welcome')
  return client
}
