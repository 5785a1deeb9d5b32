import type { Down, Message } from '@shopbell/protocol'
import type { Listener } from './listener.ts'

/** One open socket of a buyer, as its conversation knows it. */
export interface Visitor {
  readonly say: (frames: readonly Down[]) => void
  /** Messages that were just committed: shown at once, or by the `follow` that is under way. False: some are missing, so follow. */
  readonly hear: (messages: readonly Message[]) => boolean
  /** There are messages up to `head`. False: some of them are missing here, so follow. */
  readonly hearOf: (head: number) => boolean
  /** Brings the socket from its last seq to the conversation's, then leaves it hearing. Resolves when that is done. */
  readonly follow: () => Promise<void>
  /** The conversation was erased: the socket is told to forget its token, and ended. */
  readonly end: () => void
  readonly leave: () => void
}

export interface VisitorSource {
  /** The next messages after a seq, ascending and without gaps; empty at the end. */
  readonly readAfter: (seq: number) => Promise<readonly Message[]>
  /** The last committed seq as this process knows it; 0 when it does not. */
  readonly head: () => number
}

/** Every message after `after` reaches the listener once and in order, whatever is committed while it catches up. */
export function createVisitor(listener: Listener, after: number, source: VisitorSource): Visitor {
  let shown = after
  let state: 'behind' | 'following' | 'hearing' | 'gone' = 'behind'

  function show(messages: readonly Message[]): void {
    const last = messages.at(-1)
    if (last === undefined) return
    listener.say(messages)
    shown = last.seq
  }

  async function follow(): Promise<void> {
    if (state !== 'behind') return
    state = 'following'
    try {
      for (;;) {
        const head = source.head()
        const messages = await source.readAfter(shown)
        if (isGone()) return
        show(messages)
        await listener.drained()
        if (isGone()) return
        // No await between this check and the change of state: nothing can be committed in between.
        const isAtEnd = messages.length === 0 && source.head() === head
        if (isAtEnd || shown >= source.head()) break
      }
      state = 'hearing'
    } finally {
      if (state === 'following') state = 'behind'
    }
  }

  const isGone = () => state === 'gone'

  return {
    say: (frames) => {
      if (!isGone()) listener.say(frames)
    },
    hear: (messages) => {
      if (state !== 'hearing') return state !== 'behind'
      const unseen = messages.filter(({ seq }) => seq > shown)
      if (unseen[0] !== undefined && unseen[0].seq > shown + 1) {
        state = 'behind'
        return false
      }
      show(unseen)
      return true
    },
    hearOf: (head) => {
      if (state === 'hearing' && shown < head) state = 'behind'
      return state !== 'behind'
    },
    follow,
    end: () => {
      state = 'gone'
      listener.refuse('TOKEN_UNKNOWN', { final: true })
    },
    leave: () => {
      state = 'gone'
    },
  }
}
