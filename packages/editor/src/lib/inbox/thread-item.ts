import type { Message } from '@shopbell/protocol'

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
  | { readonly type: 'burst'; readonly key: string; readonly messages: readonly Message[] }
  | { readonly type: 'system'; readonly key: string; readonly message: Message }

/** Robot messages further apart than this belong to different bursts: a reminder is not the question it reminds of. */
const BURST_MS = 30_000

/** Puts a thread's messages (in seq order) into what is shown, with a line before the first one after `readUpTo`. */
export function threadItems(messages: readonly Message[], readUpTo: number): readonly ThreadItem[] {
  const bySeq = new Map(messages.map((message) => [message.seq, message]))
  const items: ThreadItem[] = []
  let burst: Message[] | null = null
  let previous: Message | null = null
  for (const message of messages) {
    if (!previous || !sameDay(previous.at, message.at)) {
      items.push({ type: 'day', key: `day-${message.seq}`, at: message.at })
      burst = null
    }
    if (isFirstUnread(message, previous, readUpTo)) {
      items.push({ type: 'unread', key: 'unread' })
      burst = null
    }
    if (burst && previous && message.author === 'robot' && message.at - previous.at < BURST_MS) {
      burst.push(message)
    } else {
      const item = asItem(message, bySeq)
      items.push(item.type === 'burst' ? { ...item, messages: (burst = [message]) } : item)
      if (item.type !== 'burst') burst = null
    }
    previous = message
  }
  return items
}

function asItem(message: Message, bySeq: ReadonlyMap<number, Message>): ThreadItem {
  const key = `m-${message.seq}`
  switch (message.author) {
    case 'buyer':
      return { type: 'buyer', key, message, means: meaning(message, bySeq) }
    case 'agent':
      return { type: 'person', key, message }
    case 'system':
      return { type: 'system', key, message }
    case 'robot':
      return { type: 'burst', key, messages: [message] }
  }
}

function meaning({ replyTo }: Message, bySeq: ReadonlyMap<number, Message>): 'said' | 'tapped' | 'answered' {
  if (replyTo === undefined) return 'said'
  return bySeq.get(replyTo)?.content.kind === 'form' ? 'answered' : 'tapped'
}

/** Only where something was read before: a thread nobody has opened needs no line at its top. */
function isFirstUnread(message: Message, previous: Message | null, readUpTo: number): boolean {
  return (
    previous !== null && previous.seq === readUpTo && message.seq > readUpTo && message.author === 'buyer'
  )
}

function sameDay(a: number, b: number): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString()
}
