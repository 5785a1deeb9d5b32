import type { Down, Message, Send, Up } from '@shopbell/protocol'
import type { OpenSocket, SocketEars } from './open-web-socket.ts'

const BEAT_MS = 25_000
const SLOWEST_MS = 60

/** What goes wrong with the next frames; each is used up once. */
export interface Faults {
  loseUp: number
  loseDown: number
  doubleDown: number
  swapDown: number
  /** Commits, then dies before the acknowledgement leaves. */
  dieAfterCommit: number
  refuse: number
}

interface Conversation {
  readonly token: string
  readonly log: Message[]
  readonly seqs: Map<string, number>
}

interface Line {
  ears: SocketEars | null
  conversation: Conversation | null
  /** Deliveries keep their order, as TCP does. */
  upAt: number
  downAt: number
  held: Down | null
  /** Nothing gets through any more, and nobody says so. */
  dead: boolean
}

/**
 * A clock, a network and a store in one, all under the test's control: the store numbers messages densely and stores an id
 * once, the network loses, doubles and swaps what it is told to. Written from the protocol's promises, without the server.
 */
export function simulatedShop(chance: () => number) {
  const faults: Faults = { loseUp: 0, loseDown: 0, doubleDown: 0, swapDown: 0, dieAfterCommit: 0, refuse: 0 }
  const conversations: Conversation[] = []
  const lines = new Set<Line>()
  let now = 1_000_000
  let planned: { at: number; order: number; work: () => unknown }[] = []
  let order = 0

  const plan = (afterMs: number, work: () => unknown): (() => void) => {
    const one = { at: now + Math.ceil(afterMs), order: order++, work }
    planned.push(one)
    return () => void (planned = planned.filter((other) => other !== one))
  }

  const elapse = (ms: number): void => {
    const end = now + ms
    for (;;) {
      const next = planned.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at || a.order - b.order)[0]
      if (!next) break
      planned = planned.filter((one) => one !== next)
      now = Math.max(now, next.at)
      next.work()
    }
    now = end
  }

  const uses = (fault: keyof Faults): boolean => faults[fault] > 0 && faults[fault]-- > 0

  const tell = (line: Line, frame: Down): void => {
    if (uses('loseDown')) return
    if (uses('swapDown') && !line.held) {
      line.held = frame
      return
    }
    deliver(line, frame)
    if (uses('doubleDown')) deliver(line, frame)
    if (line.held) deliver(line, line.held)
    line.held = null
  }

  const deliver = (line: Line, frame: Down): void => {
    line.downAt = Math.max(line.downAt, now + chance() * SLOWEST_MS)
    plan(line.downAt - now, () => lines.has(line) && !line.dead && line.ears?.heard(JSON.stringify(frame)))
  }

  const cut = (line: Line, code = 1006): void => {
    lines.delete(line)
    plan(1, () => line.ears?.closed(code, ''))
  }

  const append = (conversation: Conversation, message: Omit<Message, 'seq' | 'type' | 'at'>): number => {
    const seq = conversation.log.length + 1
    const stored: Message = { type: 'message', seq, at: now, ...message }
    conversation.log.push(stored)
    for (const line of lines) if (line.conversation === conversation) tell(line, stored)
    return seq
  }

  const welcome = (line: Line, token: string | undefined, after: number): void => {
    const known = conversations.find((one) => one.token === token)
    const fresh = {
      token: `token-${String(conversations.length + 1)}`,
      log: [],
      seqs: new Map<string, number>(),
    }
    const conversation = known ?? fresh
    if (!known) conversations.push(fresh)
    line.conversation = conversation
    deliver(line, welcomeFrame(conversation.token, conversation.log.length))
    for (const message of conversation.log.slice(after)) tell(line, message)
    const beat = (): void => {
      if (!lines.has(line)) return
      tell(line, { type: 'beat', head: conversation.log.length })
      plan(BEAT_MS, beat)
    }
    plan(BEAT_MS, beat)
  }

  const store = (line: Line, conversation: Conversation, { id, content }: Send): void => {
    if (uses('refuse'))
      return tell(line, { type: 'refused', id, code: 'BUSY', message: '', retryAfterMs: 400 })
    const text = content.kind === 'text' ? content.text : content.kind
    const seq =
      conversation.seqs.get(id) ??
      append(conversation, { author: 'buyer', kind: 'buyer', content: { kind: 'text', text }, id })
    conversation.seqs.set(id, seq)
    if (uses('dieAfterCommit')) return cut(line)
    tell(line, { type: 'stored', id, seq })
  }

  const hear = (line: Line, frame: Up): void => {
    if (!lines.has(line) || line.dead) return
    if (frame.type === 'hello') return welcome(line, frame.token, frame.after)
    const { conversation } = line
    if (!conversation) return tell(line, { type: 'refused', code: 'OUT_OF_ORDER', message: '' })
    if (frame.type === 'send') return store(line, conversation, frame)
    if (frame.type === 'range') {
      for (const message of conversation.log.slice(frame.from - 1, frame.to)) tell(line, message)
    }
  }

  const openSocket: OpenSocket = (_address, ears) => {
    const line: Line = { ears, conversation: null, upAt: 0, downAt: 0, held: null, dead: false }
    lines.add(line)
    plan(chance() * SLOWEST_MS, () => lines.has(line) && line.ears?.opened())
    return {
      say: (text) => {
        if (uses('loseUp')) return
        line.upAt = Math.max(line.upAt, now + chance() * SLOWEST_MS)
        // What JSON.parse gives back is exactly what the client said.
        const frame: Up = JSON.parse(text)
        plan(line.upAt - now, () => hear(line, frame))
      },
      hangUp: () => {
        line.ears = null
        lines.delete(line)
      },
    }
  }

  return {
    faults,
    conversations,
    elapse,
    openSocket,
    startTimer: (work: () => void, afterMs: number) => plan(afterMs, work),
    now: () => now,
    cutAll: (code?: number) => [...lines].forEach((line) => cut(line, code)),
    freezeAll: () => lines.forEach((line) => (line.dead = true)),
    robotSays: (text: string) => {
      const conversation = conversations.find(({ log }) => log.length > 0) // a robot answers, it does not begin
      if (conversation)
        append(conversation, { author: 'robot', kind: 'faq_answer', content: { kind: 'text', text } })
    },
    heal: () =>
      Object.assign(faults, {
        loseUp: 0,
        loseDown: 0,
        doubleDown: 0,
        swapDown: 0,
        dieAfterCommit: 0,
        refuse: 0,
      }),
  }
}

function welcomeFrame(token: string, head: number): Down {
  return {
    type: 'welcome',
    token,
    conversation: token,
    head,
    epoch: 'e1',
    store: { name: 'Harbor', locale: 'en' },
    reception: { open: true },
    menu: [],
    limits: { text: 4_000, frame: 65_536, range: 3 },
  }
}
