import {
  beginsSession,
  compileFlow,
  decodeFacts,
  encodeFacts,
  factsNeeded,
  judgeAnswer,
  replay,
  step,
  UNKNOWN_BUYER,
  type BuyerRecord,
  type Facts,
  type FaqList,
  type FlowDocument,
  type JournalEntry,
  type Program,
  type ReceptionEvent,
  type ScheduleEffect,
  type Session,
  type Step,
} from '@shopbell/engine'
import type { Handling } from '@shopbell/protocol'
import { ruleBookOf, type Shop } from '../read-shop.ts'
import { createShopFacts, usualEntry } from './shop-facts.ts'
import type { Cue, Outcome, Shown, Stage } from './stage.ts'

/** What differs from script to script in one shop. */
export interface StageSettings {
  readonly ruleBook: string
  readonly buyerReads: string
  readonly startsAt: number
}

/**
 * Plays on the engine alone: the shell's duties (seqs, timers, the buyer's record) are done in memory. Session and facts go through
 * JSON after every step, and at the end the whole journal is replayed and has to give the same effects.
 */
export function engineStage(shop: Shop, { ruleBook, buyerReads, startsAt }: StageSettings): Stage {
  const programs = [compileFlow(shop.document, 1)]
  const profile = ruleBookOf(ruleBook)
  const shown: Shown[] = []
  const answers = new Map<string, string>()
  const timers = new Map<string, ScheduleEffect>()
  const journal: JournalEntry[] = []
  const steps: Step[] = []
  const shopFacts = createShopFacts(shop, buyerReads)
  let live = programOf(1)
  let pinned = live
  let session: Session | null = null
  let buyer: BuyerRecord = UNKNOWN_BUYER
  let now = startsAt

  return {
    now: () => now,
    perform: async (cue) => {
      if (cue.does === 'wait until') return waitUntil(cue.at)
      if (cue.does === 'publish') return publish(cue.document)
      if (cue.does === 'set' || cue.does === 'order' || cue.does === 'get busy') return shopFacts.note(cue)
      if (cue.does === 'judge') return judge(cue)
      // A server refuses what it does not know before the engine hears of it.
      if (cue.does === 'send' && !shopFacts.has(cue.card, cue.ref))
        return { messages: [], refused: 'REF_UNKNOWN', reasons: [] }
      return happen(eventOf(cue, now, buyerReads))
    },
    answers: async () => answers,
    handling: async (): Promise<Handling> => session?.handling ?? 'robot',
    history: async () => {
      replaysAlike()
      return shown
    },
    leave: async () => undefined,
  }

  /** Timers due on the way fire in their order, each at its own instant; a firing may arm the next one. */
  function waitUntil(at: number): Outcome {
    const outcomes: Outcome[] = []
    for (;;) {
      const due = [...timers.values()].filter(({ dueAt }) => dueAt <= at).sort((a, b) => a.dueAt - b.dueAt)[0]
      if (!due) break
      now = due.dueAt
      timers.delete(due.id)
      outcomes.push(happen({ type: 'timer.fired', id: due.id, generation: due.generation, at: now }))
    }
    now = at
    return {
      messages: outcomes.flatMap(({ messages }) => messages),
      reasons: outcomes.flatMap(({ reasons }) => reasons),
    }
  }

  /** No step and nothing of the journal: what is said of an answer stays with the answer (FAQ-17). */
  function judge({ message, solved }: Extract<Cue, { does: 'judge' }>): Outcome {
    const at = shown.findIndex(({ seq }) => seq === message)
    const answer = shown[at] ?? null
    const refusal = judgeAnswer(answer)
    if (refusal) return { messages: [], refused: refusal.code, reasons: [] }
    if (answer) shown[at] = { ...answer, solved }
    return { messages: [], reasons: [] }
  }

  function happen(event: ReceptionEvent): Outcome {
    const facts = factsFor(event)
    if (beginsSession(session, event, facts)) pinned = live
    const result = step(pinned, session, event, facts)
    if (result.rejected) return { messages: [], refused: result.rejected.code, reasons: [] }
    journal.push({ revision: journal.length + 1, event, facts: encodeFacts(facts) })
    steps.push(result)
    session = throughJson(result.session)
    const first = shown.length
    for (const effect of result.effects) {
      if (effect.type === 'message') shown.push({ seq: shown.length + 1, ...effect })
      if (effect.type === 'collect') answers.set(effect.variable, effect.shown)
      if (effect.type === 'remember') buyer = throughJson(effect.record)
      if (effect.type === 'schedule') timers.set(effect.id, effect)
      if (effect.type === 'cancel' && timers.get(effect.id)?.generation === effect.generation) {
        timers.delete(effect.id)
      }
    }
    return { messages: shown.slice(first), reasons: result.refusals.map(({ code }) => code) }
  }

  function factsFor(event: ReceptionEvent): Facts {
    const needed = factsNeeded(session, event)
    const facts: Facts = {
      head: shown.length,
      store: { name: shop.name, timeZone: shop.timeZone, openNow: true },
      profile,
      locales: [buyerReads],
      buyer,
      liveVersion: live.flowVersion,
      list: live.list,
      heldList: heldList(),
      ...(needed.includes('products') ? { products: shop.products } : {}),
      ...shopFacts.of(event, buyer, session),
    }
    return decodeFacts(throughJson(encodeFacts(facts)), (version) => programOf(version).list)
  }

  /** The buyer's list, where a newer version is live (PUB-05). */
  function heldList(): FaqList | null {
    const version = buyer.held?.flowVersion ?? live.flowVersion
    return version === live.flowVersion ? null : programOf(version).list
  }

  function publish(document: FlowDocument): Outcome {
    live = compileFlow(document, programs.length + 1)
    programs.push(live)
    return { messages: [], reasons: [] }
  }

  /** Versions are numbered from 1. */
  function programOf(version: number): Program {
    const program = programs[version - 1]
    if (!program) throw new Error(`There is no version ${String(version)}.`)
    return program
  }

  function replaysAlike(): void {
    const again = replay(programOf, journal)
    const differs = steps.findIndex((taken, index) => JSON.stringify(taken) !== JSON.stringify(again[index]))
    if (differs >= 0)
      throw new Error(`Step ${String(differs + 1)} of ${String(steps.length)} replays differently.`)
  }
}

type Happening = Exclude<Cue, { does: 'wait until' | 'publish' | 'set' | 'order' | 'get busy' | 'judge' }>

function eventOf(cue: Happening, at: number, buyerReads: string): ReceptionEvent {
  switch (cue.does) {
    case 'open':
      return { type: 'buyer.entered', at, entry: cue.entry, ...(cue.ref ? { ref: cue.ref } : {}) }
    case 'say':
      return { type: 'buyer.said', at, text: cue.text }
    case 'tap':
      return { type: 'buyer.tapped', at, message: cue.message, option: cue.option }
    case 'answer':
      return { type: 'buyer.answered', at, message: cue.message, value: cue.value }
    case 'send':
      return { type: 'buyer.sent', at, card: cue.card, ref: cue.ref }
    case 'choose':
      return { type: 'buyer.chose', at, item: usualEntry(cue.label, buyerReads) }
    case 'ask for a person':
      return { type: 'buyer.chose', at, item: 'person' }
    case 'reply':
      return { type: 'agent.replied', at, agent: cue.person, text: cue.text }
    case 'take':
      return { type: 'agent.assigned', at, agent: cue.person }
    case 'return':
      return { type: 'agent.returned', at, agent: cue.person }
    case 'close':
      return { type: 'closed', at, by: cue.person }
  }
}

function throughJson<T>(value: T): T {
  // The round trip is the point: what comes back has to be as good as what went in.
  return JSON.parse(JSON.stringify(value)) as T
}
