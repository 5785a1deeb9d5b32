import type { Down, ErrorCode, Message, SentContent, Welcome } from '@shopbell/protocol'
import { isRefused } from '../../../packages/server/src/reception/refused.ts'
import { eventually } from '../../tools/eventually.ts'
import type { ConsoleStage } from './open-console-stage.ts'

/** A buyer in the store's chat, without a socket: what they say and what they are shown. */
export interface Buyer {
  /** The conversation's public id. */
  readonly conversation: string
  readonly conversationId: number
  readonly token: string
  /** Whether people are there by the shop's hours, and else from when on. */
  readonly opening: Welcome['reception']
  /** As the welcome had it. */
  readonly menu: Welcome['menu']
  readonly shown: () => readonly Message[]
  readonly heard: readonly Down[]
  readonly enter: () => Promise<void>
  readonly say: (text: string) => Promise<number>
  /** Why this buyer's socket was ended. */
  readonly refused: readonly ErrorCode[]
  readonly send: (content: SentContent) => Promise<number>
  /** Now the conversation waits for a person. */
  readonly askForPerson: () => Promise<number>
  readonly type: () => void
  /** Says whether an automatic answer solved it; what was refused, if it was. */
  readonly judge: (message: number, solved: boolean) => Promise<ErrorCode | null>
}

const LANE = 'tests-lane'

/** How a buyer comes: reading English for the first time, unless it is said otherwise. */
interface Arrival {
  readonly locale?: string
  /** Of who was here before; their messages go by another lane then. */
  readonly token?: string
  readonly lane?: string
}

export async function arriveAsBuyer(
  { reception }: ConsoleStage,
  storeId: number,
  { locale = 'en', token, lane = LANE }: Arrival = {},
): Promise<Buyer> {
  const heard: Down[] = []
  const refused: ErrorCode[] = []
  const visit = await reception.hello(
    storeId,
    { after: 0, locale, ...(token === undefined ? {} : { token }) },
    {
      say: (frames) => heard.push(...frames),
      refuse: (code) => refused.push(code),
      drained: () => Promise.resolve(),
    },
  )
  if (isRefused(visit)) throw new Error(visit.refused)
  const { key, welcome } = visit
  await visit.follow()
  let sent = 0

  const shown = () => heard.filter((frame) => frame.type === 'message')

  /** What was committed is shown only when what came before it was read. */
  const caughtUp = () =>
    eventually(() => {
      const last = shown().at(-1)?.seq ?? 0
      if (refused.length === 0 && last < visit.head()) throw new Error(`shown ${last} of ${visit.head()}`)
    })

  async function send(content: SentContent): Promise<number> {
    sent += 1
    const stored = await reception.receive(key, { id: `${lane}.${sent}`, content })
    if (isRefused(stored)) throw new Error(stored.refused)
    await caughtUp()
    return stored.stored
  }

  return {
    conversation: welcome.conversation,
    conversationId: key.id,
    token: welcome.token,
    opening: welcome.reception,
    menu: welcome.menu,
    heard,
    refused,
    shown,
    enter: async () => {
      const entered = await reception.enter(key, { entry: 'store_home' })
      if (isRefused(entered)) throw new Error(entered.refused)
      await caughtUp()
    },
    say: (text) => send({ kind: 'text', text }),
    send,
    askForPerson: () => send({ kind: 'menu', item: 'person' }),
    type: () => reception.typingByBuyer(key),
    judge: async (message, solved) => {
      const judged = await reception.judge(key, { message, solved })
      return isRefused(judged) ? judged.refused : null
    },
  }
}
