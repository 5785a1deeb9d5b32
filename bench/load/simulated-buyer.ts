import { BUYER_SUBPROTOCOL } from '@shopbell/protocol'
import Type from 'typebox'
import { Compile } from 'typebox/compile'
import { openSocket } from './open-socket.ts'

/** How a message of a simulated buyer ended. */
export type Ending = 'stored' | 'refused'

/** A buyer who taps questions of the list, one by one or several at once. */
export interface SimulatedBuyer {
  /** Sends the next message. */
  readonly say: () => void
  /** Set by whoever lets the buyer speak; called once per message, in the order they were sent. */
  whenAnswered: (ending: Ending) => void
  readonly leave: () => void
}

/** Who stands at the other end: a shop is greeted and entered first, an echo sends back what it gets. */
export type OtherEnd = 'shop' | 'echo'

/** The enabled questions of the demo shop's list. */
const QUESTIONS = ['moq', 'lead-time', 'samples', 'logo', 'payment']

const Heard = Compile(
  Type.Object({
    type: Type.String(),
    id: Type.Optional(Type.String()),
    seq: Type.Optional(Type.Integer()),
    code: Type.Optional(Type.String()),
    content: Type.Optional(Type.Object({ kind: Type.Optional(Type.String()) })),
  }),
)

/** Messages are the most frequent frames and need no look once the list is there. */
const MESSAGE = '{"type":"message"'

/** Opens a buyer's socket; a shop's buyer is ready when the list has come. `lane` has to be the buyer's own. */
export async function openBuyer(url: URL, otherEnd: OtherEnd, lane: string): Promise<SimulatedBuyer> {
  const list = Promise.withResolvers<number>()
  let said = 0
  let answered = 0
  let isReady = false

  const socket = await openSocket(url, BUYER_SUBPROTOCOL, {
    hear: (text) => {
      if (isReady && text.toString('latin1', 0, MESSAGE.length) === MESSAGE) return
      const frame = Heard.Parse(JSON.parse(text.toString('utf8')))
      if (frame.type === 'message' && frame.content?.kind === 'choices') list.resolve(frame.seq ?? 0)
      if (frame.id === undefined) {
        if (frame.type === 'refused') fail(`refused ${frame.code ?? ''}`)
      } else if (frame.type !== 'message') hearAnswer(frame.id, frame.type === 'refused')
    },
    lost: fail,
  })

  function fail(why: string): never {
    throw new Error(`A simulated buyer's socket: ${why}.`)
  }

  function hearAnswer(id: string, isRefused: boolean): void {
    answered += 1
    if (id !== `${lane}.${String(answered)}`) fail(`${id} was answered before message ${String(answered)}`)
    buyer.whenAnswered(isRefused ? 'refused' : 'stored')
  }

  const buyer: SimulatedBuyer = {
    say: () => {
      said += 1
      const option = QUESTIONS[said % QUESTIONS.length]
      const content = { kind: 'choice', message: listSeq, option }
      socket.send(JSON.stringify({ type: 'send', id: `${lane}.${String(said)}`, content }))
    },
    whenAnswered: () => undefined,
    leave: socket.drop,
  }

  let listSeq = 1
  if (otherEnd === 'shop') {
    socket.send(JSON.stringify({ type: 'hello', after: 0, locale: 'en' }))
    socket.send(JSON.stringify({ type: 'enter', entry: 'store_home' }))
    listSeq = await list.promise
  }
  isReady = true
  return buyer
}
