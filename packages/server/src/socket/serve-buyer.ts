import type { Hello, Up } from '@shopbell/protocol'
import type { Logger } from 'pino'
import type { Reception } from '../reception/reception.ts'
import { type Done, isRefused, refusalOf, type Refused } from '../reception/refused.ts'
import type { Visit } from '../reception/say-hello.ts'
import type { Outgoing } from '../web/outgoing.ts'
import type { UnreadFrame } from './parse-frame.ts'

/** What a frame is served with, on a socket that said hello. */
export interface Counter {
  readonly visit: Pick<Visit, 'key' | 'head' | 'leave'>
  readonly reception: Reception
  readonly outgoing: Outgoing
  readonly log: Logger
}

/**
 * One frame of a buyer we know. Steps are not waited for: the conversation's mailbox keeps them in order, and the next frame may be
 * of another kind.
 */
export async function serveBuyer(counter: Counter, frame: Exclude<Up, Hello>): Promise<void> {
  const { reception, outgoing } = counter
  const { key } = counter.visit
  switch (frame.type) {
    case 'send':
      answerLater(counter, frame, reception.receive(key, frame))
      return
    case 'enter': {
      const { entry, ref } = frame
      answerLater(counter, frame, reception.enter(key, { entry, ...(ref === undefined ? {} : { ref }) }))
      return
    }
    case 'range':
      outgoing.say(await reception.range(key, frame.from, frame.to))
      await outgoing.drained()
      return
    case 'read':
      await reception.readByBuyer(key, frame.seq)
      return
    case 'look':
      await reception.look(key, frame)
      return
    case 'judge':
      answerLater(counter, frame, reception.judge(key, frame))
      return
    case 'typing':
      reception.typingByBuyer(key)
  }
}

function answerLater(
  { outgoing, log }: Counter,
  frame: Up,
  step: Promise<Refused | Done | { readonly stored: number }>,
): void {
  step.then(
    (outcome) => {
      // The buyer was erased meanwhile: what this socket was let in by is no token any more.
      if (isRefused(outcome) && outcome.refused === 'NOT_FOUND')
        outgoing.refuse('TOKEN_UNKNOWN', { final: true })
      else if (isRefused(outcome)) outgoing.refuse(outcome.refused, { ...idOf(frame), ...outcome })
      else if (frame.type === 'send' && 'stored' in outcome) {
        outgoing.say([{ type: 'stored', id: frame.id, seq: outcome.stored }])
      }
    },
    (error: unknown) => {
      log.error({ err: error, frame: frame.type }, 'a buyer’s step failed')
      const { refused, ...about } = refusalOf(error)
      outgoing.refuse(refused, { ...idOf(frame), ...about })
    },
  )
}

/** The id by which a client knows which of its messages is meant; only what it sends has one. */
export function idOf(frame: Up | UnreadFrame | undefined): { readonly id?: string } {
  return frame !== undefined && 'id' in frame ? { id: frame.id } : {}
}
