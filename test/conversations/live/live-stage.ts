import { randomUUID } from 'node:crypto'
import {
  ConversationDetail,
  HandlingChanged,
  OrdersPut,
  ReplyStored,
  type SentContent,
} from '@shopbell/protocol'
import type { StageSettings } from '../stage/engine-stage.ts'
import type { Cue, Outcome, Shown, Stage } from '../stage/stage.ts'
import { usualEntry } from '../stage/shop-facts.ts'
import { connectBuyer } from './buyer-socket.ts'
import type { LiveShop } from './live-shop.ts'
import { forgetMessageRules, setMessageRule } from './message-rules.ts'
import { type PersonAtConsole, sitBusyAtConsole } from './person-at-console.ts'

type BuyerCue = Extract<Cue, { does: 'say' | 'tap' | 'answer' | 'send' | 'ask for a person' }>

/** A message no conversation has: a tap on it is always refused, after everything sent before it was dealt with. */
const NO_MESSAGE = 1_000_000

/** Plays on a running server: the buyer over a socket in raw frames, persons over the console's API, time by the server's clock. */
export async function liveStage(
  { url, store, clock, api, publish, shop }: LiveShop,
  settings: StageSettings,
): Promise<Stage> {
  await clock.moveTo(settings.startsAt)
  const hello = { url, store, locale: settings.buyerReads }
  const buyer = await connectBuyer(hello)
  const { token, conversation } = buyer.welcome
  const lane = laneOf()
  let sent = 0
  let seen = 0
  /** Reasons of silence that were told so far. */
  let told = 0
  let hasPublished = false
  let hasSet = false
  let person: PersonAtConsole | null = null

  return {
    now: clock.now,
    perform: async (cue, expected) => {
      const refused = await act(cue)
      await everythingIsHere()
      await buyer.reaches(seen + expected)
      const messages = newMessages()
      const reasons = (await detail()).silences.map(({ code }) => code)
      const fresh = reasons.slice(told)
      told = reasons.length
      return { messages, reasons: fresh, ...(refused === undefined ? {} : { refused }) } satisfies Outcome
    },
    answers: async () => new Map((await detail()).answers.map(({ variable, shown }) => [variable, shown])),
    handling: async () => (await detail()).conversation.handling,
    history: async () => {
      const again = await connectBuyer({ ...hello, token })
      await again.reaches(again.welcome.head)
      await again.close()
      return [...again.messages.values()]
    },
    leave: async () => {
      await buyer.close()
      await person?.leave()
      if (hasSet) await forgetMessageRules(api)
      if (hasPublished) await publish(shop.document)
    },
  }

  async function act(cue: Cue): Promise<string | undefined> {
    switch (cue.does) {
      case 'open':
        buyer.send({ type: 'enter', entry: cue.entry, ...(cue.ref ? { ref: cue.ref } : {}) })
        return undefined
      case 'reply':
        await post('replies', ReplyStored, { id: `${laneOf()}.1`, text: cue.text })
        return undefined
      case 'take':
      case 'return':
      case 'close':
        await post('handling', HandlingChanged, { action: cue.does })
        return undefined
      case 'wait until':
        await waitUntil(cue.at)
        return undefined
      case 'publish':
        hasPublished = true
        await publish(cue.document)
        return undefined
      case 'set':
        hasSet = true
        await setMessageRule(api, cue.rule)
        return undefined
      case 'order':
        await putOrder(cue.ref, cue.title)
        return undefined
      case 'get busy':
        person ??= await sitBusyAtConsole(url, api)
        return undefined
      case 'judge': {
        const answer = await buyer.judge(cue.message, cue.solved)
        return answer.type === 'refused' ? answer.code : undefined
      }
      case 'choose':
        return send({ kind: 'menu', item: usualEntry(cue.label, settings.buyerReads) })
      default:
        return send(contentOf(cue))
    }
  }

  /** As the shop's own system tells of an order (TRD-05). */
  async function putOrder(ref: string, title: string): Promise<void> {
    const lines = [{ title, quantity: 1 }]
    const order = { ref, buyer: conversation, title, state: 'paid', lines, orderedAt: clock.now() }
    await api.ask('PUT', 'orders', OrdersPut, JSON.stringify({ orders: [order] }))
  }

  async function send(content: SentContent): Promise<string | undefined> {
    sent += 1
    const id = `${lane}.${String(sent)}`
    buyer.send({ type: 'send', id, content })
    const answer = await buyer.answerTo(id)
    return answer.type === 'refused' ? answer.code : undefined
  }

  /** Events of a conversation happen one after the other, so the refusal comes when all before it has been told. */
  async function everythingIsHere(): Promise<void> {
    const code = await send({ kind: 'choice', message: NO_MESSAGE, option: 'none' })
    if (code !== 'NOT_HELD') throw new Error(`The tap that cannot be was answered with ${String(code)}.`)
  }

  function newMessages(): readonly Shown[] {
    const fresh: Shown[] = []
    for (let message = buyer.messages.get(seen + 1); message; message = buyer.messages.get(seen + 1)) {
      fresh.push(message)
      seen += 1
    }
    return fresh
  }

  /** Goes from timer to timer, so that each fires at its own instant, as it would in real time. */
  async function waitUntil(at: number): Promise<void> {
    let firedUntil = -Infinity
    for (;;) {
      const planned = (await detail()).timers.map(({ dueAt }) => dueAt).filter((dueAt) => dueAt <= at)
      if (planned.length === 0) break
      const next = Math.min(...planned)
      if (next <= firedUntil) throw new Error('A timer that is due does not fire.')
      await clock.moveTo(next)
      firedUntil = next
    }
    await clock.moveTo(at)
  }

  function detail(): Promise<ConversationDetail> {
    return api.ask('GET', `conversations/${conversation}`, ConversationDetail)
  }

  async function post(
    path: string,
    schema: typeof ReplyStored | typeof HandlingChanged,
    body: object,
  ): Promise<void> {
    await api.ask('POST', `conversations/${conversation}/${path}`, schema, JSON.stringify(body))
  }
}

function contentOf(cue: BuyerCue): SentContent {
  switch (cue.does) {
    case 'say':
      return { kind: 'text', text: cue.text }
    case 'tap':
      return { kind: 'choice', message: cue.message, option: cue.option }
    case 'answer':
      return {
        kind: 'answer',
        message: cue.message,
        value: typeof cue.value === 'object' ? [...cue.value] : cue.value,
      }
    case 'send':
      return { kind: cue.card, ref: cue.ref }
    case 'ask for a person':
      return { kind: 'menu', item: 'person' }
  }
}

/** A name no other outbox has. */
function laneOf(): string {
  return randomUUID().replaceAll('-', '')
}
