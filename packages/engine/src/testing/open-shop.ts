import type { Entry, OrderContent, ProductCard } from '@shopbell/protocol'
import { beginsSession } from '../conversation/begins-session.ts'
import { UNKNOWN_BUYER, type BuyerRecord } from '../conversation/buyer-record.ts'
import type { Effect, MessageEffect, ScheduleEffect } from '../conversation/effect.ts'
import type { ReceptionEvent } from '../conversation/event.ts'
import { cardFacts, type CardSettings } from '../conversation/card-facts.ts'
import { type ChosenEntry, tapsCategories } from '../conversation/menu-replies.ts'
import { decodeFacts, encodeFacts } from '../conversation/facts-json.ts'
import { factsNeeded } from '../conversation/facts-needed.ts'
import type { Facts, StatusFacts } from '../conversation/facts.ts'
import { hearClosingPhrase } from '../rules/hear-closing-phrase.ts'
import type { RobotOff } from '../rules/keep-the-hours.ts'
import { compileFlow, type Program } from '../conversation/program.ts'
import type { JournalEntry } from '../conversation/replay.ts'
import type { Session } from '../conversation/session.ts'
import type { Step } from '../conversation/step-result.ts'
import { step } from '../conversation/step.ts'
import type { FlowDocument } from '../document/flow-document.ts'
import type { Profile, ReceptionStep } from '../flow/profile.ts'
import { PROFILES } from '../flow/profiles.ts'
import { NO_EXTENSIONS, type ExtensionSet } from '../extension/extension-set.ts'
import { judgeReception } from '../extension/judge-reception.ts'
import type { KnownFacts } from '../flow/known-facts.ts'
import { tellStep } from './tell-step.ts'

/** An event whose instant the shop's clock gives. */
type Untimed<E> = E extends unknown ? Omit<E, 'at'> : never
export type Happening = Untimed<ReceptionEvent>

export interface ShopSettings {
  readonly profile: Profile
  readonly timeZone: string
  readonly startsAt: number
  readonly locales: readonly string[]
  readonly buyer: BuyerRecord
  readonly buyerName: string | undefined
  readonly products: readonly ProductCard[]
  readonly openNow: boolean
  readonly robotOff: (at: number) => RobotOff | undefined
  readonly without: readonly ReceptionStep[]
  /** The store’s own closing phrases; undefined: those that every store begins with. */
  readonly phrases: readonly string[] | undefined
  /** The people at an instant, and their status replies; `agent` has the conversation. */
  readonly status: (at: number, agent: string | undefined) => StatusFacts | undefined
  /** What the message settings say about cards; left out: nothing. */
  readonly cards: CardSettings | undefined
  /** What the menu gives, by entry or by category. */
  readonly menu: Readonly<Record<string, ChosenEntry>>
  readonly extensions: ExtensionSet
  /** What the extensions know of the buyer. */
  readonly known: KnownFacts | undefined
  /** Sessions, records and facts go through JSON between any two steps, as they do in a database. */
  readonly restarts: boolean
  /** Hears of every event, refused ones too. */
  readonly watch: (event: ReceptionEvent, facts: Facts, taken: Step) => void
}

const PRODUCTS: readonly ProductCard[] = [
  { ref: 'P1', title: 'Trail' },
  { ref: 'P2', title: 'Camp' },
  { ref: 'P3', title: 'Slim' },
]

const USUAL: ShopSettings = {
  profile: PROFILES.marketplace,
  timeZone: 'Asia/Shanghai',
  startsAt: Date.parse('2026-03-02T01:30:00Z'),
  locales: ['en'],
  buyer: UNKNOWN_BUYER,
  buyerName: undefined,
  products: PRODUCTS,
  openNow: true,
  robotOff: () => undefined,
  without: [],
  phrases: undefined,
  status: () => undefined,
  cards: undefined,
  menu: {},
  extensions: NO_EXTENSIONS,
  known: undefined,
  restarts: true,
  watch: () => undefined,
}

export type Shop = ReturnType<typeof openShop>

/** One conversation with one buyer, with the shell's duties done in memory. Each act returns what it led to, line by line. */
export function openShop(document: FlowDocument, settings: Partial<ShopSettings> = {}) {
  const shop = { ...USUAL, ...settings }
  const versions: Program[] = [compileFlow(document, 1, shop.extensions)]
  const messages: MessageEffect[] = []
  const timers = new Map<string, ScheduleEffect>()
  const journal: JournalEntry[] = []
  const steps: Step[] = []
  let session: Session | null = null
  let pinned = 1
  let buyer = shop.buyer
  let now = shop.startsAt
  let assignee: string | undefined

  const programOf = (version: number): Program => {
    const program = versions[version - 1]
    if (!program) throw new Error(`Version ${version} was never published.`)
    return program
  }

  function storeFacts(at: number): Facts['store'] {
    const { timeZone, openNow, without } = shop
    const robotOff = shop.robotOff(at)
    return {
      ...{ name: 'Harbor', timeZone, openNow },
      ...(robotOff === undefined ? {} : { robotOff }),
      ...(without.length === 0 ? {} : { without }),
    }
  }

  function statusFacts(event: ReceptionEvent): Pick<Facts, 'status'> {
    const mayBegin = beginsSession(session, event, factsWithout(event))
    const status = shop.status(event.at, mayBegin ? undefined : assignee)
    return status === undefined ? {} : { status }
  }

  function chosenBy(event: ReceptionEvent): ChosenEntry | undefined {
    if (event.type === 'buyer.chose') return shop.menu[event.item]
    if (event.type !== 'buyer.tapped') return undefined
    return tapsCategories(event.message, buyer) ? shop.menu[event.option] : undefined
  }

  function factsFor(event: ReceptionEvent): Facts {
    const gathered = factsWithout(event)
    const silence = judgeReception(shop.extensions, event, gathered)
    const facts = silence ? { ...gathered, silence } : gathered
    return factsNeeded(session, event).includes('status') ? { ...facts, ...statusFacts(event) } : facts
  }

  function factsWithout(event: ReceptionEvent): Facts {
    const live = programOf(versions.length)
    const needed = factsNeeded(session, event)
    const sent = event.type === 'buyer.sent' ? event : undefined
    const card = sent?.card === 'product' ? shop.products.find(({ ref }) => ref === sent.ref) : undefined
    const chosen = chosenBy(event)
    const heldVersion = buyer.held?.flowVersion ?? versions.length
    return {
      head: messages.length,
      store: storeFacts(event.at),
      profile: shop.profile,
      locales: shop.locales,
      buyer,
      ...(shop.buyerName === undefined ? {} : { buyerName: shop.buyerName }),
      liveVersion: versions.length,
      list: live.list,
      heldList: heldVersion === versions.length ? null : programOf(heldVersion).list,
      ...(needed.includes('products') ? { products: shop.products } : {}),
      ...(needed.includes('card') && card ? { card } : {}),
      ...(event.type === 'buyer.said' && shop.phrases !== undefined
        ? { closes: hearClosingPhrase(event.text, true, shop.phrases) }
        : {}),
      ...(sent?.card === 'order' ? { order: orderOf(sent.ref) } : {}),
      ...(shop.cards
        ? cardFacts(shop.cards, event, buyer, {
            locale: shop.locales[0] ?? document.defaultLocale,
            defaultLocale: document.defaultLocale,
          })
        : {}),
      ...(chosen ? { chosen } : {}),
      ...(shop.known ? { known: shop.known } : {}),
    }
  }

  function take(event: ReceptionEvent): Step {
    const gathered = factsFor(event)
    const facts = shop.restarts
      ? decodeFacts(throughJson(encodeFacts(gathered)), (version) => programOf(version).list)
      : gathered
    const version = beginsSession(session, event, facts) ? facts.liveVersion : pinned
    const taken = step(programOf(version), session, event, facts)
    shop.watch(event, facts, taken)
    if (taken.rejected) return taken
    pinned = version
    journal.push(throughJson({ revision: journal.length + 1, event, facts: encodeFacts(gathered, taken) }))
    steps.push(taken)
    session = shop.restarts ? throughJson(taken.session) : taken.session
    // Like the database: the row of a timer goes with the step that its firing led to.
    if (event.type === 'timer.fired') timers.delete(event.id)
    for (const effect of taken.effects) carryOut(effect)
    if (event.type === 'agent.replied' || event.type === 'agent.assigned') assignee = event.agent
    return taken
  }

  function carryOut(effect: Effect): void {
    if (effect.type === 'message') messages.push(effect)
    if (effect.type === 'remember') buyer = shop.restarts ? throughJson(effect.record) : effect.record
    if (effect.type === 'schedule') timers.set(effect.id, effect)
    if (effect.type === 'cancel' && timers.get(effect.id)?.generation === effect.generation) {
      timers.delete(effect.id)
    }
  }

  function happen(happening: Happening): readonly string[] {
    // The instant is all that an untimed event lacks, whichever it is.
    const event = { ...happening, at: now } as ReceptionEvent // eslint-disable-line @typescript-eslint/consistent-type-assertions
    return tellStep(take(event))
  }

  /** Moves the clock; timers that fall due on the way fire in their order, each at its own instant. */
  function wait(ms: number): readonly string[] {
    const until = now + ms
    const told: string[] = []
    for (;;) {
      const [next] = [...timers.values()].filter(({ dueAt }) => dueAt <= until).sort(byInstant)
      if (!next) break
      now = next.dueAt
      told.push(...happen({ type: 'timer.fired', id: next.id, generation: next.generation }))
      if (timers.get(next.id) === next) throw new Error(`The armed timer ${next.id} was refused.`)
    }
    now = until
    return told
  }

  return {
    happen,
    wait,
    enter: (entry: Entry = 'store_home') => happen({ type: 'buyer.entered', entry }),
    say: (text: string) => happen({ type: 'buyer.said', text }),
    tap: (message: number, option: string) => happen({ type: 'buyer.tapped', message, option }),
    answer: (message: number, value: string | number | readonly string[]) =>
      happen({ type: 'buyer.answered', message, value }),
    send: (ref: string) => happen({ type: 'buyer.sent', card: 'product', ref }),
    sendOrder: (ref: string) => happen({ type: 'buyer.sent', card: 'order', ref }),
    choose: (item: string) => happen({ type: 'buyer.chose', item }),
    askForPerson: () => happen({ type: 'buyer.chose', item: 'person' }),
    reply: (text: string) => happen({ type: 'agent.replied', agent: 'li', text }),
    type: () => happen({ type: 'agent.typed', agent: 'li' }),
    take: () => happen({ type: 'agent.assigned', agent: 'li' }),
    handBack: () => happen({ type: 'agent.returned', agent: 'li' }),
    close: () => happen({ type: 'closed', by: 'li' }),
    /** Publishes another document as the live version. */
    publish: (changed: FlowDocument) => {
      versions.push(compileFlow(changed, versions.length + 1, shop.extensions))
    },
    waitUntil: (time: string) => wait(Date.parse(time) - now),
    now: () => now,
    session: () => session,
    buyer: () => buyer,
    /** The seq of the latest message of a kind. */
    latest: (kind: MessageEffect['kind']) => messages.findLastIndex((message) => message.kind === kind) + 1,
    messages: (): readonly MessageEffect[] => messages,
    timers: (): readonly ScheduleEffect[] => [...timers.values()],
    journal: (): readonly JournalEntry[] => journal,
    steps: (): readonly Step[] => steps,
    programOf,
  }
}

function orderOf(ref: string): OrderContent {
  return { kind: 'order', ref, title: 'Two bottles', status: 'Sent', items: 2 }
}

function byInstant(one: ScheduleEffect, other: ScheduleEffect): number {
  return one.dueAt - other.dueAt
}

function throughJson<T>(value: T): T {
  return JSON.parse(JSON.stringify(value))
}
