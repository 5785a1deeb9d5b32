import type { Logger } from 'pino'
import { tellOffline, type TellParts } from '../inbox/tell-offline.ts'

const LOOK_EVERY_MS = 60_000

/** Looks every minute whether somebody has to be told by mail that buyers wait. A look under way ends before it is stopped. */
export function tellOfflineByMail(parts: TellParts & { readonly log: Logger }): {
  readonly lookNow: () => Promise<void>
  readonly stop: () => Promise<void>
} {
  let look = Promise.resolve()
  const lookNow = () =>
    (look = look
      .then(() => tellOffline(parts))
      .catch((error: unknown) => {
        parts.log.warn({ err: error }, 'those who are offline could not be told by mail')
      }))
  const timer = setInterval(() => void lookNow(), LOOK_EVERY_MS)
  timer.unref()
  return {
    lookNow,
    stop: async () => {
      clearInterval(timer)
      await look
    },
  }
}
