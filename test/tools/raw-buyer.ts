import { BUYER_SUBPROTOCOL, Down, type SentContent, type Welcome } from '@shopbell/protocol'
import { Compile } from 'typebox/compile'
import { WebSocket } from 'ws'
import { PATIENCE_MS } from './patience.ts'

/** A frame from the server, of one type. */
export type Frame<Type extends Down['type']> = Extract<Down, { type: Type }>

/** One buyer's socket in raw frames: no outbox, no retry, nothing that would hide what the server does. */
export interface RawBuyer {
  readonly socket: WebSocket
  /** Everything received so far, in order. Each frame fits the protocol, else the next wait rejects. */
  readonly frames: readonly Down[]
  readonly send: (frame: object | string | Buffer) => void
  /** The next frame of this type (that also fits) which no wait has returned yet; frames of other types stay for other waits. */
  readonly next: <Type extends Down['type']>(
    type: Type,
    fits?: (frame: Frame<Type>) => boolean,
  ) => Promise<Frame<Type>>
  /** `hello` and its `welcome`. */
  readonly hello: (fields?: object) => Promise<Welcome>
  /** The next `stored` or `refused` that answers the message with this id. */
  readonly answer: (id: string) => Promise<Frame<'stored'> | Frame<'refused'>>
  /** `send`, and its answer. */
  readonly say: (id: string, content: SentContent | string) => Promise<Frame<'stored'> | Frame<'refused'>>
  /** Close code and reason, once the socket is closed. */
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>
  /** Ends the connection without a goodbye. */
  readonly drop: () => void
}

export interface RawBuyerOptions {
  readonly store?: string
  readonly protocols?: readonly string[]
  readonly headers?: Readonly<Record<string, string>>
  /** False for a client that does not answer the server's pings. */
  readonly answersPings?: boolean
}

const down = Compile(Down)

/** Opens a socket as a buyer's page would, and resolves when it is open. */
export async function openBuyer(
  serverUrl: string,
  {
    store = 'demo',
    protocols = [BUYER_SUBPROTOCOL],
    headers = {},
    answersPings = true,
  }: RawBuyerOptions = {},
): Promise<RawBuyer> {
  const address = `${serverUrl.replace(/^http/, 'ws')}/v1/chat?store=${store}`
  const socket = new WebSocket(address, [...protocols], {
    headers: { ...headers },
    perMessageDeflate: false,
    autoPong: answersPings,
  })
  const frames: Down[] = []
  const taken = new Set<Down>()
  const waits = new Set<() => void>()
  let broken: string | null = null
  let end: { readonly code: number; readonly reason: string } | null = null
  const look = () => {
    for (const check of waits) check()
  }

  socket.on('message', (bytes: Buffer) => {
    const frame: unknown = JSON.parse(bytes.toString('utf8'))
    if (down.Check(frame)) frames.push(frame)
    else broken = `The server sent ${bytes.toString('utf8')}: ${JSON.stringify(down.Errors(frame)[0])}`
    look()
  })
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.on('close', (code, reason) => {
      end = { code, reason: reason.toString('utf8') }
      resolve(end)
      look()
    })
  })
  await new Promise<void>((resolve, reject) => {
    socket.on('open', resolve)
    socket.on('error', reject)
  })

  /** The first frame that fits and was not returned yet. */
  function wait<One extends Down>(what: string, fits: (frame: Down) => frame is One): Promise<One> {
    return new Promise((resolve, reject) => {
      const settle = (act: () => void) => {
        clearTimeout(timer)
        waits.delete(check)
        act()
      }
      const fail = (why: string) => {
        settle(() => {
          reject(new Error(why))
        })
      }
      const check = () => {
        const frame = frames.filter((one) => !taken.has(one)).find(fits)
        if (broken !== null) fail(broken)
        else if (frame !== undefined) {
          taken.add(frame)
          settle(() => {
            resolve(frame)
          })
        } else if (end !== null) fail(`Closed with ${JSON.stringify(end)} while waiting for ${what}.`)
      }
      const timer = setTimeout(() => {
        fail(`No ${what} came. Received:\n${frames.map((frame) => JSON.stringify(frame)).join('\n')}`)
      }, PATIENCE_MS)
      waits.add(check)
      check()
    })
  }

  function next<Type extends Down['type']>(
    type: Type,
    fits: (frame: Frame<Type>) => boolean = () => true,
  ): Promise<Frame<Type>> {
    const isOfType = (frame: Down): frame is Frame<Type> => frame.type === type
    return wait(type, (frame): frame is Frame<Type> => isOfType(frame) && fits(frame))
  }

  const send = (frame: object | string | Buffer) => {
    socket.send(typeof frame === 'string' || Buffer.isBuffer(frame) ? frame : JSON.stringify(frame))
  }
  const answer = (id: string) =>
    wait(
      `answer to ${id}`,
      (frame): frame is Frame<'stored'> | Frame<'refused'> =>
        (frame.type === 'stored' || frame.type === 'refused') && frame.id === id,
    )
  return {
    socket,
    frames,
    send,
    next,
    answer,
    hello: (fields = {}) => {
      send({ type: 'hello', after: 0, locale: 'en', ...fields })
      return next('welcome')
    },
    say: (id, content) => {
      send({
        type: 'send',
        id,
        content: typeof content === 'string' ? { kind: 'text', text: content } : content,
      })
      return answer(id)
    },
    closed,
    drop: () => {
      socket.terminate()
    },
  }
}
