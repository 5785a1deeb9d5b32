import { randomUUID } from 'node:crypto'
import type { ReceptionEvent } from '@shopbell/engine'
import type { BotkitReply, BotWorker } from './botkit.ts'
import { repliesFor } from './channels/channels.ts'
import { decide, type Decision, type Moment } from './decide.ts'
import type { Setting } from './setting.ts'
import type { ConditionalStore } from './state/conditional-store.ts'
import { hasWork, MOST_IN_HAND_MS, patience } from './state/in-hand.ts'
import type { KeptConversation } from './state/kept-conversation.ts'
import type { Timers } from './timers.ts'

/** How often it is looked whether another process is done with a conversation. */
const LOOK_AGAIN_MS = 40

/** How words reach the buyer: as a reply in a turn, or by themselves. */
export interface Mouth {
  readonly bot: BotWorker
  readonly channelId: string | undefined
  readonly say: (reply: BotkitReply) => Promise<unknown>
}

/** What happened in a conversation, and how to speak there. */
export interface Happening {
  readonly key: string
  readonly moment: Moment
  readonly mouthOf: (kept: KeptConversation) => Promise<Mouth>
  /** What it may be, the likeliest first; the next one counts where the one before changes nothing. */
  readonly read: (kept: KeptConversation | null) => readonly ReceptionEvent[]
}

/** Stores what a happening leads to, then says it. Null: it changed nothing. Rejects where it cannot be stored. */
export type Settle = (happening: Happening) => Promise<Decision | null>

/** What an event came to: a decision that was stored, or none; and what is kept now. */
interface Outcome {
  readonly decision: Decision | null
  readonly kept: KeptConversation | null
}

/**
 * Words stay with the conversation until the platform took them. Meanwhile the conversation is in this process's hands: whatever comes
 * to another process waits there, so that nothing is said twice or before its turn, and goes on by itself when this one dies.
 */
export function createSettle(
  setting: Setting,
  store: ConditionalStore<KeptConversation>,
  timers: Pick<Timers, 'arm'>,
): Settle {
  const { options, now, onError } = setting
  const me = randomUUID()
  /** What this process has said of words that are still noted as unsaid; a process that dies in between says them twice. */
  const told = new Map<string, number>()
  const survive = (work: Promise<unknown>) => work.catch(onError)

  return async (happening) => {
    const { decision, kept } = await stored(happening)
    if (kept === null) return null
    // It is stored: whatever fails from here on is made good later, or is not the buyer's to know.
    const isMine = decision !== null || happening.moment.message !== null
    await survive(arm(happening.key, kept, isMine))
    if (hasWork(kept)) await finish(happening, kept)
    return decision
  }

  async function stored({ key, moment, read }: Happening): Promise<Outcome> {
    const mustWait = patience(me, now)
    for (;;) {
      const outcome = await store.change<Outcome | null>(key, (before) => {
        if (mustWait(before)) return { item: null, result: null }
        const decision = firstOf(read(before), before, moment)
        const next = decision?.next ?? before
        if (next === null || (decision === null && !hasWork(next)))
          return { item: null, result: { decision, kept: next } }
        const kept = { ...next, inHand: hasWork(next) ? { by: me, since: now() } : null }
        return { item: kept, result: { decision, kept } }
      })
      if (outcome !== null) return outcome
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
    }
  }

  /** A polite reception takes no message that it has nothing to say to. */
  function firstOf(
    events: readonly ReceptionEvent[],
    before: KeptConversation | null,
    moment: Moment,
  ): Decision | null {
    for (const event of events) {
      const decision = decide(setting, before, event, moment)
      if (decision === null) continue
      return options.mode === 'exclusive' || moment.message === null || decision.isOurs ? decision : null
    }
    return null
  }

  async function finish({ key, moment, mouthOf }: Happening, kept: KeptConversation): Promise<void> {
    const { unsent, handoff } = kept
    if (unsent.length > 0) {
      await survive(mouthOf(kept).then((mouth) => say(key, mouth, kept)))
      await survive(noteSaid(key, handoff))
    }
    if (handoff === null) return
    await survive(
      mouthOf(kept).then(({ bot }) => {
        const answers = kept.session?.context.answers ?? {}
        return options.onHandoff?.({
          ...{ conversation: key, group: handoff, answers },
          ...{ bot, message: moment.message },
        })
      }),
    )
    await survive(noteSaid(key, null))
    await survive(arm(key, { ...kept, handoff: null }, true))
  }

  async function say(key: string, mouth: Mouth, { unsent }: KeptConversation): Promise<void> {
    for (const message of unsent.filter(({ seq }) => seq > (told.get(key) ?? 0))) {
      for (const reply of repliesFor(mouth.channelId, message)) await mouth.say(reply)
      told.set(key, message.seq)
    }
  }

  /** What was refused stays unsaid; others may take the conversation once nobody is left to tell. */
  async function noteSaid(key: string, handoff: string | null): Promise<void> {
    const last = told.get(key) ?? 0
    await store.change(key, (kept) => {
      if (kept === null) return { item: null, result: null }
      const said = { ...kept, unsent: kept.unsent.filter(({ seq }) => seq > last) }
      if (kept.inHand?.by !== me) return { item: said, result: null }
      return { item: { ...said, handoff, inHand: handoff === null ? null : kept.inHand }, result: null }
    })
    told.delete(key)
  }

  /** Who waits for a person is looked after by another process, should this one die before it has told. */
  async function arm(
    key: string,
    { timers: armed, handoff }: KeptConversation,
    isMine: boolean,
  ): Promise<void> {
    const due = armed.map(({ dueAt }) => dueAt)
    if (handoff !== null) due.push(now() + MOST_IN_HAND_MS)
    await timers.arm(key, due.length === 0 ? null : Math.min(...due), isMine)
  }
}
