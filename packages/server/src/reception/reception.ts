import { type ExtensionSet, rankByInterest, type RankProducts } from '@shopbell/engine'
import {
  type Down,
  type Entry,
  type Handling,
  MAX_RANGE,
  type Message,
  type SentContent,
} from '@shopbell/protocol'
import type { Logger } from 'pino'
import type { Bus } from '../bus/bus.ts'
import type { Clock } from '../clock.ts'
import type { ConversationKey } from '../store/conversations.ts'
import type { Database } from '../store/database.ts'
import { messagesBetween } from '../store/messages.ts'
import { runAsJournal } from '../store/run-as.ts'
import type { DueTimer } from '../store/timers.ts'
import type { Agent } from './agent.ts'
import { messageFrame } from './announce.ts'
import { changeHandling, type HandlingChange, type HandlingRefused } from './change-handling.ts'
import { createCommitter } from './committer.ts'
import type { Desk } from './desk.ts'
import { enterChat } from './enter-chat.ts'
import { findOption } from './find-option.ts'
import { fireTimer } from './fire-timer.ts'
import { hearWakes } from './hear-wakes.ts'
import { createHotConversations } from './hot-conversations.ts'
import type { Listener } from './listener.ts'
import { judgeAnswer } from './judge-answer.ts'
import { lookAtProducts } from './look-at-products.ts'
import { readByAgent, readByBuyer } from './mark-read.ts'
import { createOpenings } from './openings.ts'
import { noteTyping } from './note-typing.ts'
import type { Presence } from './presence.ts'
import { openQuestion } from './open-question.ts'
import { createPrograms } from './programs.ts'
import { receiveMessage, type Stored } from './receive-message.ts'
import type { Done, Refused } from './refused.ts'
import { type AgentReply, replyAsAgent } from './reply-as-agent.ts'
import { type Greeting, sayHello, type Visit } from './say-hello.ts'
import { takeUnread } from './take-unread.ts'
import { createSignalNotes } from './signal-notes.ts'
import type { Stores } from './stores.ts'

export type { Agent }

/** The use cases of the shop's reception. Nothing is answered, announced or shown before it is committed. */
export interface Reception {
  /** Finds or makes the buyer's conversation. It starts nothing. */
  readonly hello: (storeId: number, greeting: Greeting, listener: Listener) => Promise<Visit | Refused>
  /** The panel became visible to the buyer (WEL-04). */
  readonly enter: (
    key: ConversationKey,
    entrance: { readonly entry: Entry; readonly ref?: string },
  ) => Promise<Refused | Done>
  /** One message of the buyer; repeating `id` answers the same `stored` and does nothing else. */
  readonly receive: (
    key: ConversationKey,
    message: { readonly id: string; readonly content: SentContent },
  ) => Promise<Stored | Refused>
  /** The messages `from`…`to`, at most `MAX_RANGE` of them. */
  readonly range: (key: ConversationKey, from: number, to: number) => Promise<readonly Down[]>
  readonly readByBuyer: (key: ConversationKey, seq: number) => Promise<void>
  /** The buyer's page showed products, or the buyer opened their cards. Never rejects, and is not answered. */
  readonly look: (
    key: ConversationKey,
    look: { readonly at: 'page' | 'card'; readonly refs: readonly string[] },
  ) => Promise<void>
  /** Whether an automatic answer solved the buyer's matter; every tab of theirs and the console hear it (FAQ-17). */
  readonly judge: (
    key: ConversationKey,
    judgement: { readonly message: number; readonly solved: boolean },
  ) => Promise<Refused | Done>
  /** What the buyer has not been shown yet, oldest first; it is given out once, and noted as read. */
  readonly takeUnread: (key: ConversationKey) => Promise<readonly Message[]>
  /** The smart question that the buyer has not answered yet; null: none is open. */
  readonly openQuestion: (key: ConversationKey) => Promise<Message | null>
  /** The newest option that is called so, for clients that send what was tapped as words. */
  readonly findOption: (
    key: ConversationKey,
    label: string,
  ) => Promise<{ readonly message: number; readonly option: string } | null>
  /** Shown to the agents who watch, never stored. */
  readonly typingByBuyer: (key: ConversationKey) => void

  /** A person's words; the robot is silent from then on (STA-02). Repeating `id` answers the same seq. */
  readonly reply: (
    storeId: number,
    conversation: string,
    reply: AgentReply,
  ) => Promise<{ readonly seq: number } | Refused>
  /** Take, assign, return or close; what already is as asked is no error. */
  readonly changeHandling: (
    storeId: number,
    conversation: string,
    change: HandlingChange,
  ) => Promise<{ readonly handling: Handling } | HandlingRefused>
  /** An agent has seen everything up to `seq`: kept for the inbox, shown to the buyer. */
  readonly readByAgent: (
    storeId: number,
    conversation: string,
    read: { readonly agent: Agent; readonly seq: number },
  ) => Promise<Refused | Done>
  /** Shown to the buyer; takes back a status reply that waits (STS-11). */
  readonly typingByAgent: (storeId: number, conversation: string, agent: string) => Promise<void>

  /** A stored timer is due. */
  readonly fireTimer: (timer: DueTimer) => Promise<void>

  /** The stores with a buyer who has the chat open on this node. */
  readonly openStores: () => ReadonlySet<number>
  /** Something of the store may have changed without a word: it is read again, and its open chats follow (PUB-10). */
  readonly lookAtStore: (storeId: number) => void

  /** What waits on this node, and the conversations it remembers. */
  readonly load: () => ReceptionLoad

  /** Resolves when no step is under way and none waits. */
  readonly settled: () => Promise<void>
}

export interface ReceptionLoad {
  /** Steps that wait for the commit under way. */
  readonly uncommitted: number
  /** Conversations with an event under way. */
  readonly busy: number
  readonly remembered: number
}

export interface ReceptionParts {
  readonly database: Database
  readonly bus: Bus
  readonly clock: Clock
  readonly log: Logger
  readonly stores: Stores
  readonly presence: Presence
  /** Origin under which browsers know this server. */
  readonly ownOrigin: () => string
  /** Puts what may be recommended into its order (REC-04); left out: by interest. */
  readonly rank?: RankProducts
  /** What third parties add; left out: nothing. */
  readonly extensions?: ExtensionSet
}

/** Steps that may wait for the database; more than this is an outage, and memory is worth more than a queue. */
const MAX_UNCOMMITTED = 4_096
const LOOK_AGAIN_MS = 10

export function createReception(parts: ReceptionParts): Reception {
  const { database, bus } = parts
  const conversations = createHotConversations()
  const desk: Desk = {
    ...parts,
    programs: createPrograms(database, parts.extensions),
    conversations,
    openings: createOpenings({ ...parts, conversations }),
    committer: createCommitter({
      write: database.journal.commit,
      maxBatch: database.journal.maxBatch,
      maxWaiting: MAX_UNCOMMITTED,
    }),
    signals: createSignalNotes(parts),
    rank: parts.rank ?? parts.extensions?.rank ?? rankByInterest,
  }
  const lookAtStore = hearWakes(desk)

  return {
    hello: (storeId, greeting, listener) => sayHello(desk, storeId, greeting, listener),
    enter: (key, entrance) => enterChat(desk, key, entrance),
    receive: (key, message) => receiveMessage(desk, key, message),
    range: async (key, from, to) => {
      const messages = await runAsJournal(database, (tx) => messagesBetween(tx, key, from, to, MAX_RANGE))
      return messages.map(messageFrame)
    },
    readByBuyer: (key, seq) => readByBuyer(desk, key, seq),
    look: (key, look) => lookAtProducts(desk, key, look),
    judge: (key, judgement) => judgeAnswer(desk, key, judgement),
    takeUnread: (key) => takeUnread(desk, key),
    openQuestion: (key) => openQuestion(desk, key),
    findOption: (key, label) => findOption(desk, key, label),
    typingByBuyer: (key) => {
      bus.publish({ type: 'typing', storeId: key.storeId, conversationId: key.id, by: 'buyer' })
    },
    reply: (storeId, conversation, reply) => replyAsAgent(desk, storeId, conversation, reply),
    changeHandling: (storeId, conversation, change) => changeHandling(desk, storeId, conversation, change),
    readByAgent: (storeId, conversation, { seq }) => readByAgent(desk, storeId, conversation, seq),
    typingByAgent: (storeId, conversation, agent) => noteTyping(desk, storeId, conversation, agent),
    fireTimer: (timer) => fireTimer(desk, timer),
    openStores: () => openStores(desk),
    lookAtStore,
    load: () => {
      let busy = 0
      let remembered = 0
      for (const { mailbox } of desk.conversations.all()) {
        remembered += 1
        if (!mailbox.isIdle()) busy += 1
      }
      return { uncommitted: desk.committer.waiting(), busy, remembered }
    },
    settled: async () => {
      while (!isSettled(desk)) await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
    },
  }
}

function openStores({ conversations }: Desk): ReadonlySet<number> {
  const open = new Set<number>()
  for (const { key, visitors } of conversations.all()) if (visitors.size > 0) open.add(key.storeId)
  return open
}

function isSettled({ committer, conversations, signals }: Desk): boolean {
  if (!committer.isIdle() || !signals.isIdle()) return false
  for (const { mailbox } of conversations.all()) if (!mailbox.isIdle()) return false
  return true
}
