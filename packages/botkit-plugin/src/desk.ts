import type { HandlingEffect, ReceptionEvent } from '@shopbell/engine'
import type { BotkitMessage, BotkitReply, BotWorker, Controller } from './botkit.ts'
import { repliesFor } from './channels/channels.ts'
import { decide, type Decision, type Moment } from './decide.ts'
import { createInOrder } from './in-order.ts'
import { knownFacts } from './known-facts.ts'
import { CAME_BACK, readMessage } from './read-message.ts'
import type { Setting } from './setting.ts'
import { conditionalStore } from './state/conditional-store.ts'
import type { KeptConversation } from './state/kept-conversation.ts'
import { createTimers } from './timers.ts'
import { tryAgain } from './try-again.ts'

/** Takes messages, timers and people's doings, one at a time for each conversation, and stores before it says. */
export interface Desk {
  readonly keyOf: (message: BotkitMessage) => string
  /** True: the reception answered, or has told the buyer why it cannot. Never rejects. */
  readonly take: (bot: BotWorker, message: BotkitMessage) => Promise<boolean>
  /** What a person did, from outside a turn. Never rejects. */
  readonly happen: (key: string, event: ReceptionEvent) => Promise<void>
  readonly recover: () => Promise<void>
  readonly stop: () => void
}

const PREFIX = 'shopbell-reception'

/** How words reach the buyer: as a reply in a turn, or by themselves. */
interface Mouth {
  readonly bot: BotWorker
  readonly channelId: string | undefined
  readonly say: (reply: BotkitReply) => Promise<unknown>
}

/** What an event came to: a decision that was stored, or none; and what is kept now. */
interface Outcome {
  readonly decision: Decision | null
  readonly kept: KeptConversation | null
}

export function createDesk(controller: Controller, setting: Setting): Desk {
  const { options, now, onError } = setting
  const storage = () => options.storage ?? controller.storage
  const store = conditionalStore<KeptConversation>(storage, isKept)
  const inOrder = createInOrder()
  /** What this process has said of words that are still noted as unsaid; a process that dies in between says them twice. */
  const told = new Map<string, number>()
  const survive = (work: Promise<unknown>) => work.catch(onError)
  const timers = createTimers(storage, `${PREFIX}/timers`, now, (key) => void fire(key))

  /** Stores what the event leads to, then says it. The words stay with the conversation until the platform took them. */
  async function settle(
    key: string,
    moment: Moment,
    mouthOf: (kept: KeptConversation) => Promise<Mouth>,
    read: (kept: KeptConversation | null) => ReceptionEvent | null,
  ): Promise<Decision | null> {
    const { decision, kept } = await store.change<Outcome>(key, (before) => {
      const event = read(before)
      const decided = event && decide(setting, before, event, moment)
      const isOurs =
        decided !== null && (options.mode === 'exclusive' || moment.message === null || decided.isOurs)
      return isOurs
        ? { item: decided.next, result: { decision: decided, kept: decided.next } }
        : { item: null, result: { decision: null, kept: before } }
    })
    if (kept === null) return null
    // It is stored: whatever fails from here on is made good later, or is not the buyer's to know.
    await survive(arm(key, kept))
    if (kept.unsent.length > 0) await survive(mouthOf(kept).then((mouth) => say(key, mouth, kept)))
    if (decision !== null) await survive(tellOfHandoff(key, decision, moment, () => mouthOf(kept)))
    return decision
  }

  async function say(key: string, mouth: Mouth, { unsent }: KeptConversation): Promise<void> {
    for (const message of unsent.filter(({ seq }) => seq > (told.get(key) ?? 0))) {
      for (const reply of repliesFor(mouth.channelId, message)) await mouth.say(reply)
      told.set(key, message.seq)
    }
    const last = unsent.at(-1)?.seq ?? 0
    await store.change(key, (kept) => ({
      item: kept && { ...kept, unsent: kept.unsent.filter(({ seq }) => seq > last) },
      result: null,
    }))
    told.delete(key)
  }

  async function tellOfHandoff(
    conversation: string,
    { step: { effects }, next }: Decision,
    { message }: Moment,
    mouth: () => Promise<Mouth>,
  ): Promise<void> {
    const waits = effects.find(
      (effect): effect is HandlingEffect => effect.type === 'handling' && effect.to === 'waiting',
    )
    if (!waits) return
    const { bot } = await mouth()
    const answers = next.session?.context.answers ?? {}
    await options.onHandoff?.({ conversation, group: waits.group ?? 'general', answers, bot, message })
  }

  async function arm(key: string, { timers: armed }: KeptConversation): Promise<void> {
    const dueAt = armed.reduce<number | null>(
      (soonest, timer) => Math.min(soonest ?? timer.dueAt, timer.dueAt),
      null,
    )
    await timers.arm(key, dueAt)
  }

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
      products: (await options.products?.()) ?? [],
    }
  }

  /** Outside a turn a worker of its own speaks, to where the buyer was last. */
  async function proactive({ reference }: KeptConversation): Promise<Mouth> {
    const bot = await (await controller.spawn()).changeContext(reference)
    return { bot, channelId: channelOf(reference), say: (reply) => bot.say(reply) }
  }

  async function happen(
    key: string,
    read: (kept: KeptConversation | null) => ReceptionEvent | null,
  ): Promise<void> {
    try {
      const moment = await momentOf(key, null)
      await inOrder(key, () => settle(key, moment, proactive, (kept) => (kept === null ? null : read(kept))))
    } catch (error) {
      onError(error)
    }
  }

  function fire(key: string): Promise<void> {
    return happen(key, (kept) => {
      const due = kept?.timers.find(({ dueAt }) => dueAt <= now())
      return due ? { type: 'timer.fired', at: now(), id: due.id, generation: due.generation } : null
    })
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
          const decision = await settle(
            key,
            moment,
            () => Promise.resolve(mouth),
            (kept) => readMessage(message, kept, now(), options.entryOf),
          )
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
    happen: (key, event) => happen(key, () => event),
    recover: async () => void (await survive(timers.recover())),
    stop: timers.stop,
  }
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

function isKept(value: unknown): value is KeptConversation {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['session', 'buyer', 'head', 'flow', 'seen', 'unsent', 'timers', 'reference'].every((key) => key in value)
  )
}
