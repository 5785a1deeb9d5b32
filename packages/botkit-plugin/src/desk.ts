import type { ReceptionEvent } from '@shopbell/engine'
import type { BotkitMessage, BotWorker, Controller } from './botkit.ts'
import { repliesFor } from './channels/channels.ts'
import type { Moment } from './decide.ts'
import { createInOrder } from './in-order.ts'
import { knownFacts } from './known-facts.ts'
import type { Product, ReceptionOptions } from './options.ts'
import { CAME_BACK, readMessage } from './read-message.ts'
import { createSettle, type Mouth } from './settle.ts'
import type { Setting } from './setting.ts'
import { conditionalStore } from './state/conditional-store.ts'
import { isKept, type KeptConversation } from './state/kept-conversation.ts'
import { createTimers } from './timers.ts'
import { tryAgain } from './try-again.ts'

/** Takes messages, timers and people's doings, one at a time for each conversation, and stores before it says. */
export interface Desk {
  readonly keyOf: (message: BotkitMessage) => string
  /** True: the reception answered, or has told the buyer why it cannot. Never rejects. */
  readonly take: (bot: BotWorker, message: BotkitMessage) => Promise<boolean>
  /** What a person did, from outside a turn. True: it is stored; false: there is no such conversation, or it failed. Never rejects. */
  readonly happen: (key: string, event: ReceptionEvent) => Promise<boolean>
  readonly recover: () => Promise<void>
  readonly stop: () => void
}

const PREFIX = 'shopbell-reception'

export function createDesk(controller: Controller, setting: Setting): Desk {
  const { options, now, onError } = setting
  const storage = () => options.storage ?? controller.storage
  const store = conditionalStore<KeptConversation>(storage, isKept)
  const inOrder = createInOrder()
  const timers = createTimers({
    storage,
    prefix: `${PREFIX}/timers`,
    now,
    fire: (key) => void fire(key),
    onError,
  })
  const settle = createSettle(setting, store, timers)

  async function momentOf(key: string, message: BotkitMessage | null): Promise<Moment> {
    const locale = message?.incoming_message.locale
    const locales =
      message === null ? [] : (options.localesOf?.(message) ?? (locale === undefined ? [] : [locale]))
    const name = message === null ? undefined : options.buyerNameOf?.(message)
    const buyer = { id: key, ...(name === undefined ? {} : { name }) }
    const asked = { store: { name: setting.storeName }, buyer, locales, at: now() }
    return {
      message,
      locales,
      buyerName: name,
      known: await knownFacts(setting.extensions, asked, onError),
      products: await productsOf(options),
    }
  }

  /** Outside a turn a worker of its own speaks, to where the buyer was last. */
  async function proactive({ reference }: KeptConversation): Promise<Mouth> {
    const bot = await (await controller.spawn()).changeContext(reference)
    return { bot, channelId: channelOf(reference), say: (reply) => bot.say(reply) }
  }

  async function happen(
    key: string,
    read: (kept: KeptConversation) => readonly ReceptionEvent[],
  ): Promise<boolean> {
    try {
      const moment = await momentOf(key, null)
      const mouthOf = proactive
      const decision = await inOrder(key, () =>
        settle({ key, moment, mouthOf, read: (kept) => (kept === null ? [] : read(kept)) }),
      )
      return decision !== null
    } catch (error) {
      onError(error)
      return false
    }
  }

  /** Also where no timer is due any more: what a process left that died is said and told. */
  async function fire(key: string): Promise<void> {
    await happen(key, ({ timers: armed }) =>
      armed
        .filter(({ dueAt }) => dueAt <= now())
        .slice(0, 1)
        .map(({ id, generation }) => ({ type: 'timer.fired', at: now(), id, generation })),
    )
  }

  return {
    keyOf,
    take: async (bot, message) => {
      const { channelId } = message.incoming_message
      const mouth: Mouth = { bot, channelId, say: (reply) => bot.reply(message, reply) }
      try {
        const key = keyOf(message)
        const moment = await momentOf(key, message)
        return await inOrder(key, async () => {
          const decision = await settle({
            ...{ key, moment, mouthOf: () => Promise.resolve(mouth) },
            read: (kept) => readMessage(message, kept, now(), { options, products: moment.products }),
          })
          const isTaken = decision !== null || options.mode === 'exclusive'
          // Who comes back to a greeting has been asked by it.
          if (message.type !== CAME_BACK || decision?.isOurs === true) return isTaken
          const kept = await store.read(key)
          const isOpen = kept?.question && kept.session?.open?.seq === kept.question.seq
          if (!isOpen) return isTaken
          for (const reply of repliesFor(channelId, kept.question)) await mouth.say(reply)
          return true
        })
      } catch (error) {
        onError(error)
        await mouth.say({ text: tryAgain(message.incoming_message.locale) }).catch(onError)
        return true
      }
    },
    happen: (key, event) => happen(key, () => [event]),
    recover: () => timers.recover().catch(onError),
    stop: timers.stop,
  }
}

async function productsOf({ products = [] }: ReceptionOptions): Promise<readonly Product[]> {
  return typeof products === 'function' ? products() : products
}

/** One conversation per buyer and place of each platform. */
function keyOf({ incoming_message, channel, user }: BotkitMessage): string {
  const parts = [incoming_message.channelId ?? 'unknown', channel, user]
  return [PREFIX, ...parts.map(encodeURIComponent)].join('/')
}

function channelOf(reference: unknown): string | undefined {
  if (typeof reference !== 'object' || reference === null || !('channelId' in reference)) return undefined
  return typeof reference.channelId === 'string' ? reference.channelId : undefined
}
