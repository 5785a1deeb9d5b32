import {
  Down,
  type Judged,
  type Message,
  type Refused,
  type Stored,
  type Up,
  type Welcome,
} from '@shopbell/protocol'
import Value from 'typebox/value'
import { PATIENCE_MS } from '../../tools/patience.ts'

/** A buyer's socket in raw frames. Every frame that comes is checked against the protocol. */
export interface BuyerSocket {
  readonly welcome: Welcome
  /** All messages so far, by seq. */
  readonly messages: ReadonlyMap<number, Message>
  readonly send: (frame: Up) => void
  /** Waits for the answer to the `send` with this id. */
  readonly answerTo: (id: string) => Promise<Stored | Refused>
  /** Says what an answer was worth, and waits for what comes of it. */
  readonly judge: (message: number, solved: boolean) => Promise<Judged | Refused>
  /** Waits until all messages up to `seq` are here; gives up in silence, so that the caller can say what is missing. */
  readonly reaches: (seq: number) => Promise<void>
  readonly close: () => Promise<void>
}

export interface Hello {
  readonly url: string
  readonly store: string
  readonly locale: string
  readonly token?: string
}

/** Connects and says hello; with a token it comes back as that buyer and gets everything again. */
export async function connectBuyer({ url, store, locale, token }: Hello): Promise<BuyerSocket> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/v1/chat?store=${store}`, 'shopbell.v1')
  const messages = new Map<number, Message>()
  const answers = new Map<string, Stored | Refused>()
  let judgement: Judged | Refused | undefined
  let welcome: Welcome | undefined
  let broken: Error | undefined
  const waiting = new Set<() => void>()

  socket.addEventListener('message', ({ data }) => {
    const frame: unknown = JSON.parse(String(data))
    if (!Value.Check(Down, frame)) broken = new Error(`A frame outside the protocol: ${String(data)}`)
    else if (frame.type === 'message') messages.set(frame.seq, frame)
    else if (frame.type === 'welcome') welcome = frame
    else if ((frame.type === 'stored' || frame.type === 'refused') && frame.id !== undefined)
      answers.set(frame.id, frame)
    else if (frame.type === 'judged' || frame.type === 'refused') judgement = frame
    for (const look of waiting) look()
  })
  socket.addEventListener('close', ({ code, reason }) => {
    broken ??= new Error(`The socket was closed with ${String(code)} ${reason}`)
    for (const look of waiting) look()
  })

  /** Resolves with what `find` finds, or with undefined when nothing comes. */
  function comes<T>(find: () => T | undefined): Promise<T | undefined> {
    return new Promise((resolve, reject) => {
      const end = (settle: () => void): void => {
        waiting.delete(look)
        clearTimeout(timer)
        settle()
      }
      const look = (): void => {
        const found = find()
        if (found !== undefined) end(() => resolve(found))
        else if (broken) end(() => reject(broken))
      }
      const timer = setTimeout(() => end(() => resolve(undefined)), PATIENCE_MS)
      waiting.add(look)
      look()
    })
  }

  const send = (frame: Up): void => socket.send(JSON.stringify(frame))
  socket.addEventListener('open', () =>
    send({ type: 'hello', after: 0, locale, ...(token === undefined ? {} : { token }) }),
  )
  const greeted = await comes(() => welcome)
  if (!greeted) throw new Error('No welcome came.')
  return {
    welcome: greeted,
    messages,
    send,
    answerTo: async (id) => {
      const answer = await comes(() => answers.get(id))
      if (!answer) throw new Error(`The server does not answer to ${id}.`)
      return answer
    },
    judge: async (message, solved) => {
      judgement = undefined
      send({ type: 'judge', message, solved })
      const answer = await comes(() => judgement)
      if (!answer) throw new Error(`The server does not answer to what message ${String(message)} was worth.`)
      return answer
    },
    reaches: async (seq) => {
      await comes(() => (messages.size >= seq ? true : undefined))
    },
    close: () =>
      new Promise((resolve) => {
        socket.addEventListener('close', () => resolve())
        socket.close()
      }),
  }
}
