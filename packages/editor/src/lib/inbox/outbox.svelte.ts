import type { ApiError } from '#lib/api/answer.ts'
import { sendReply } from '#lib/api/conversations.ts'
import { outboxLane } from './outbox-lane.ts'

/** Enough that no two pages share a lane; 16 characters of the 32 a lane may have. */
const LANE_BYTES = 8
const nextId = outboxLane(crypto.getRandomValues(new Uint8Array(LANE_BYTES)))

/** Waits before the same reply is sent again by itself, until it is shown as failed. Repeating is safe: its id is stored once. */
const RETRY_AFTER_MS = [500, 1_500, 4_000]
const WORTH_REPEATING: ReadonlySet<ApiError['code']> = new Set(['OFFLINE', 'RETRY', 'BUSY'])

/** A reply on its way. It leaves the outbox when its message stands in the thread. */
export interface PendingReply {
  readonly id: string
  readonly text: string
  /** Set once the server has stored it. */
  readonly seq?: number
  readonly error?: ApiError
}

/** Replies of one conversation that the thread does not show yet. None is lost: what fails stays, with its reason. */
export interface Outbox {
  readonly pending: readonly PendingReply[]
  send: (text: string) => Promise<void>
  /** Sends again under the same id: stored once, however often it arrives. */
  retry: (id: string) => Promise<void>
  discard: (id: string) => void
  /** Drops what the thread shows by now. */
  settle: () => void
}

export function createOutbox(conversation: string, isShown: (seq: number) => boolean): Outbox {
  let pending = $state.raw<readonly PendingReply[]>([])

  const settle = (): void => {
    pending = pending.filter(({ seq }) => seq === undefined || !isShown(seq))
  }
  const discard = (id: string): void => {
    pending = pending.filter((reply) => reply.id !== id)
  }
  const put = (reply: PendingReply): void => {
    pending = pending.map((other) => (other.id === reply.id ? reply : other))
    settle()
  }
  const deliver = async (id: string, text: string): Promise<void> => {
    let answer = await sendReply(conversation, { id, text })
    for (const waitMs of RETRY_AFTER_MS) {
      if (answer.ok || !WORTH_REPEATING.has(answer.error.code)) break
      await new Promise((resolve) => setTimeout(resolve, waitMs))
      answer = await sendReply(conversation, { id, text })
    }
    put(answer.ok ? { id, text, seq: answer.value.seq } : { id, text, error: answer.error })
  }

  return {
    get pending() {
      return pending
    },
    settle,
    discard,
    send: async (text) => {
      const id = nextId()
      pending = [...pending, { id, text }]
      await deliver(id, text)
    },
    retry: async (id) => {
      const reply = pending.find((other) => other.id === id)
      if (!reply) return
      put({ id, text: reply.text })
      await deliver(id, reply.text)
    },
  }
}
