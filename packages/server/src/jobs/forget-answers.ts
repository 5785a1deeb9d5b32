import type { Logger } from 'pino'
import { forgetOldAnswers } from '../accounts/repeated-requests.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../store/database.ts'

export interface ForgettingParts {
  readonly database: Database
  readonly clock: Clock
  readonly log: Logger
}

export interface Forgetting {
  readonly stop: () => Promise<void>
  readonly lookNow: () => Promise<void>
}

/** Nobody is answered with what is too old, so it does not matter when it goes. */
const LOOK_EVERY_MS = 3_600_000

/** Removes the answers to repeatable requests that were kept for a day. Several nodes may do it at once. */
export function startForgetting({ database, clock, log }: ForgettingParts): Forgetting {
  let looking = Promise.resolve()
  const timer = setInterval(() => void lookNow(), LOOK_EVERY_MS).unref()
  return {
    stop: () => {
      clearInterval(timer)
      return looking
    },
    lookNow,
  }

  function lookNow(): Promise<void> {
    looking = looking.then(look)
    return looking
  }

  async function look(): Promise<void> {
    try {
      const forgotten = await forgetOldAnswers({ database, clock })
      if (forgotten > 0) log.debug({ forgotten }, 'answers to repeatable requests were forgotten')
    } catch (error) {
      log.error({ err: error }, 'old answers could not be forgotten; the next look tries again')
    }
  }
}
