import type { Silence, ThreadMessage as Message } from '@shopbell/protocol'

/** One thing a thread shows, top to bottom. A burst is what the robot said in one go; buyers are told once per burst, so are we. */
export type ThreadItem =
  | { readonly type: 'day'; readonly key: string; readonly at: number }
  | { readonly type: 'unread'; readonly key: string }
  | {
      readonly type: 'buyer'
      readonly key: string
      readonly message: Message
      readonly means: 'said' | 'tapped' | 'answered'
    }
  | { readonly type: 'person'; readonly key: string; readonly message: Message }
  | {
      readonly type: 'burst'
      readonly key: string
      readonly messages: readonly Message[]
      readonly asked: Message | null
    }
  | { readonly type: 'system'; readonly key: string; readonly message: Message }
  | { readonly type: 'silence'; readonly key: string; readonly silence: Silence }

/** Robot messages further apart than this belong to different bursts: a reminder is not the question it reminds of. */
const BURST_MS = 30_000

/**
 * Puts a thread's messages (in seq order) into what is shown, with a line before the message numbered `firstUnread` and the reasons
 * of silence below the messages they belong to.
 */
export function threadItems(
  messages: readonly Message[],
  firstUnread: number | null,
  silences: readonly Silence[] = [],
): readonly ThreadItem[] {
  const reasons = silencesAfter(silences)
  const bySeq = new Map(messages.map((message) => [message.seq, message]))
  const items: ThreadItem[] = [...(reasons.get(0) ?? [])]
  let burst: Message[] | null = null
  let previous: Message | null = null
  for (const message of messages) {
    if (!previous || !sameDay(previous.at, message.at)) {
      items.push({ type: 'day', key: `day-${message.seq}`, at: message.at })
      burst = null
    }
    if (previous && message.seq === firstUnread) {
      items.push({ type: 'unread', key: 'unread' })
      burst = null
    }
    if (burst && previous && message.author === 'robot' && message.at - previous.at < BURST_MS) {
      burst.push(message)
    } else if (message.author === 'robot') {
      burst = [message]
      const asked = previous?.author === 'buyer' ? previous : null
      items.push({ type: 'burst', key: `m-${message.seq}`, messages: burst, asked })
    } else {
      burst = null
      items.push(single(message, bySeq))
    }
    const why = reasons.get(message.seq)
    if (why) {
      items.push(...why)
      burst = null
    }
    previous = message
  }
  return items
}

/**
 * The first of the buyer's last `unread` messages; null where nothing is unread, or the thread begins with it and no line is needed
 * to find it.
 */
export function firstUnreadSeq(messages: readonly Message[], unread: number): number | null {
  if (unread <= 0) return null
  const fromBuyer = messages.filter(({ author }) => author === 'buyer')
  const first = fromBuyer.at(-unread)
  return first && first !== messages[0] ? first.seq : null
}

/** By the message they stand below. What has been said is not said again on the same day: a person in charge is one reason, not twenty. */
function silencesAfter(silences: readonly Silence[]): ReadonlyMap<number, readonly ThreadItem[]> {
  const found = new Map<number, ThreadItem[]>()
  let last: Silence | null = null
  for (const silence of silences) {
    const { after, code, at } = silence
    const isSaid = last?.code === code && sameDay(last.at, at) && reasonOf(last) === reasonOf(silence)
    last = silence
    if (isSaid) continue
    const items = found.get(after) ?? []
    items.push({ type: 'silence', key: `why-${after}-${items.length}`, silence })
    found.set(after, items)
  }
  return found
}

function reasonOf({ because = {} }: Silence): string {
  return JSON.stringify(because)
}

function single(message: Message, bySeq: ReadonlyMap<number, Message>): ThreadItem {
  const key = `m-${message.seq}`
  if (message.author === 'buyer') return { type: 'buyer', key, message, means: meaning(message, bySeq) }
  return { type: message.author === 'agent' ? 'person' : 'system', key, message }
}

function meaning({ replyTo }: Message, bySeq: ReadonlyMap<number, Message>): 'said' | 'tapped' | 'answered' {
  if (replyTo === undefined) return 'said'
  return bySeq.get(replyTo)?.content.kind === 'form' ? 'answered' : 'tapped'
}

function sameDay(a: number, b: number): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString()
}
