import type { Down, Message, SentContent } from '@shopbell/protocol'
import { isRefused } from '../../../packages/server/src/reception/refused.ts'
import type { ConsoleStage } from './open-console-stage.ts'

/** A buyer in the store's chat, without a socket: what they say and what they are shown. */
export interface Buyer {
  /** The conversation's public id. */
  readonly conversation: string
  readonly conversationId: number
  readonly token: string
  readonly shown: () => readonly Message[]
  readonly heard: readonly Down[]
  readonly enter: () => Promise<void>
  readonly say: (text: string) => Promise<number>
  readonly send: (content: SentContent) => Promise<number>
  readonly type: () => void
}

const LANE = 'tests-lane'

export async function arriveAsBuyer({ reception }: ConsoleStage, storeId: number): Promise<Buyer> {
  const heard: Down[] = []
  const visit = await reception.hello(
    storeId,
    { after: 0, locale: 'en' },
    { say: (frames) => heard.push(...frames), drained: () => Promise.resolve() },
  )
  if (isRefused(visit)) throw new Error(visit.refused)
  visit.follow()
  let sent = 0

  async function send(content: SentContent): Promise<number> {
    sent += 1
    const stored = await reception.receive(visit.key, { id: `${LANE}.${sent}`, content })
    if (isRefused(stored)) throw new Error(stored.refused)
    return stored.stored
  }

  return {
    conversation: visit.welcome.conversation,
    conversationId: visit.key.id,
    token: visit.welcome.token,
    heard,
    shown: () => heard.filter((frame) => frame.type === 'message'),
    enter: async () => {
      const entered = await reception.enter(visit.key, { entry: 'store_home' })
      if (isRefused(entered)) throw new Error(entered.refused)
    },
    say: (text) => send({ kind: 'text', text }),
    send,
    type: () => reception.typingByBuyer(visit.key),
  }
}
