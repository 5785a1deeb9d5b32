import type {
  CollectedAnswer,
  ConsoleOthers,
  HandlingBody,
  PlannedTimer,
  Silence,
  ThreadMessage,
} from '@shopbell/protocol'
import type { ApiError } from '#lib/api/answer.ts'
import {
  changeHandling,
  markNeedsAnswer,
  markRead,
  readConversation,
  readEarlierMessages,
} from '#lib/api/conversations.ts'
import type { Live } from '#lib/live/live.svelte.ts'
import type { Inbox } from './inbox.svelte.ts'
import { createOutbox, type Outbox } from './outbox.svelte.ts'
import { firstUnreadSeq } from './thread-item.ts'

/** A buyer who has not pressed a key for this long has stopped writing. */
const TYPING_FADES_MS = 6_000
/** Timers change with the robot's steps; they are read again once a burst is over. */
const PLAN_SETTLES_MS = 600
/** As many as the server sends with a conversation and in one page. */
const PAGE = 100

/** One open conversation: its messages in order and without gaps, and what goes with them. */
export interface Thread {
  readonly id: string
  readonly status: 'loading' | 'open' | 'failed'
  readonly error: ApiError | null
  readonly messages: readonly ThreadMessage[]
  /** Why the robot was silent, by the message after which it was. */
  readonly silences: readonly Silence[]
  readonly answers: readonly CollectedAnswer[]
  readonly timers: readonly PlannedTimer[]
  readonly flowVersion: number | undefined
  /** The first message that was unread when it was opened. */
  readonly firstUnread: number | null
  readonly buyerTypes: boolean
  /** The buyer has seen everything up to here. */
  readonly buyerReadSeq: number
  /** Colleagues who have it open, too, and whether they write. */
  readonly others: ConsoleOthers['others']
  readonly hasEarlier: boolean
  readonly outbox: Outbox
  load: () => Promise<void>
  /** Reads again what the line does not carry: state, answers, planned timers. Messages come over the line, without gaps. */
  refresh: () => Promise<void>
  earlier: () => Promise<void>
  handle: (change: HandlingBody) => Promise<ApiError | null>
  /** Says whether a buyer's message needs an answer in what is counted (STS-09). */
  needAnswer: (seq: number, needsAnswer: boolean) => Promise<ApiError | null>
  /** Tells the server that somebody looks at the newest message. */
  seen: () => void
  close: () => void
}

export function openThread(id: string, live: Live, inbox: Inbox): Thread {
  let status = $state<Thread['status']>('loading')
  let error = $state.raw<ApiError | null>(null)
  let messages = $state.raw<readonly ThreadMessage[]>([])
  let silences = $state.raw<readonly Silence[]>([])
  let answers = $state.raw<readonly CollectedAnswer[]>([])
  let timers = $state.raw<readonly PlannedTimer[]>([])
  let flowVersion = $state<number | undefined>()
  let firstUnread = $state<number | null>(null)
  let buyerTypes = $state(false)
  let buyerReadSeq = $state(0)
  let others = $state.raw<ConsoleOthers['others']>([])
  let othersTimer: ReturnType<typeof setTimeout> | undefined
  let hasEarlier = $state(false)
  let closed = false
  let seenUpTo = 0
  let typingTimer: ReturnType<typeof setTimeout> | undefined
  let planTimer: ReturnType<typeof setTimeout> | undefined
  const outbox = createOutbox(id, (seq) => messages.some((message) => message.seq === seq))

  const load = async (): Promise<void> => {
    const answer = await readConversation(id)
    if (closed) return
    if (!answer.ok) {
      error = answer.error
      if (status === 'loading') status = 'failed'
      return
    }
    const { conversation, ...detail } = answer.value
    inbox.put(conversation)
    messages = detail.messages
    silences = detail.silences
    firstUnread = firstUnreadSeq(messages, conversation.unread)
    answers = detail.answers
    timers = detail.timers
    flowVersion = detail.flowVersion
    buyerReadSeq = detail.buyerReadSeq
    hasEarlier = (detail.messages[0]?.seq ?? 1) > 1
    error = null
    status = 'open'
    live.watch(id, messages.at(-1)?.seq ?? 0)
  }

  const refresh = async (): Promise<void> => {
    const answer = await readConversation(id)
    if (closed || !answer.ok) return
    inbox.put(answer.value.conversation)
    silences = withNewer(silences, answer.value.silences)
    answers = answer.value.answers
    timers = answer.value.timers
    flowVersion = answer.value.flowVersion
    buyerReadSeq = Math.max(buyerReadSeq, answer.value.buyerReadSeq)
  }

  const stopListening = live.listen((frame) => {
    if (frame.type === 'message') {
      messages = [...messages, frame.message]
      outbox.settle()
      if (frame.message.author === 'buyer') buyerTypes = false
      if (frame.message.author === 'agent') others = others.map(atRest)
      clearTimeout(planTimer)
      planTimer = setTimeout(() => void refresh(), PLAN_SETTLES_MS)
    } else if (frame.type === 'answers') {
      answers = frame.answers
    } else if (frame.type === 'typing') {
      buyerTypes = true
      clearTimeout(typingTimer)
      typingTimer = setTimeout(() => (buyerTypes = false), TYPING_FADES_MS)
    } else if (frame.type === 'read') {
      buyerReadSeq = Math.max(buyerReadSeq, frame.seq)
    } else if (frame.type === 'judged') {
      messages = messages.map((one) => (one.seq === frame.seq ? { ...one, solved: frame.solved } : one))
    } else if (frame.type === 'others') {
      others = frame.others
      clearTimeout(othersTimer)
      othersTimer = setTimeout(() => (others = others.map(atRest)), TYPING_FADES_MS)
    }
  })

  void load()

  return {
    id,
    outbox,
    load,
    refresh,
    get status() {
      return status
    },
    get error() {
      return error
    },
    get messages() {
      return messages
    },
    get silences() {
      return silences
    },
    get answers() {
      return answers
    },
    get timers() {
      return timers
    },
    get flowVersion() {
      return flowVersion
    },
    get firstUnread() {
      return firstUnread
    },
    get buyerTypes() {
      return buyerTypes
    },
    get buyerReadSeq() {
      return buyerReadSeq
    },
    get others() {
      return others
    },
    get hasEarlier() {
      return hasEarlier
    },
    earlier: async () => {
      const first = messages[0]?.seq
      if (first === undefined || first <= 1) return
      const answer = await readEarlierMessages(id, first)
      if (closed || !answer.ok) return
      messages = [...answer.value.messages, ...messages]
      silences = [...answer.value.silences, ...silences]
      hasEarlier = answer.value.messages.length === PAGE && (messages[0]?.seq ?? 1) > 1
    },
    handle: async (change) => {
      const answer = await changeHandling(id, change)
      if (!answer.ok) {
        if (answer.error.code === 'TAKEN') void refresh()
        return answer.error
      }
      inbox.put(answer.value.conversation)
      void refresh()
      return null
    },
    needAnswer: async (seq, needsAnswer) => {
      const answer = await markNeedsAnswer(id, { seq, needsAnswer })
      if (!answer.ok) return answer.error
      messages = messages.map((message) => (message.seq === seq ? answer.value : message))
      return null
    },
    seen: () => {
      const head = messages.at(-1)?.seq ?? 0
      if (head <= seenUpTo || (inbox.row(id)?.unread ?? 0) === 0) return
      seenUpTo = head
      void markRead(id, head).then(({ ok }) => {
        if (!ok) seenUpTo = 0 // the next look tries again
      })
    },
    close: () => {
      closed = true
      clearTimeout(typingTimer)
      clearTimeout(planTimer)
      clearTimeout(othersTimer)
      stopListening()
      live.unwatch()
    },
  }
}

/** What was read of earlier pages stays; from the first of the newer reasons on, those count. */
function withNewer(known: readonly Silence[], newer: readonly Silence[]): readonly Silence[] {
  const from = newer[0]?.at ?? Infinity
  return [...known.filter(({ at }) => at < from), ...newer]
}

function atRest(colleague: ConsoleOthers['others'][number]): ConsoleOthers['others'][number] {
  return { ...colleague, writes: false }
}
