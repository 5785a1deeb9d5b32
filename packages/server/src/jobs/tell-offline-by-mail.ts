import type { Logger } from 'pino'
import { tellOffline, type TellParts } from '../inbox/tell-offline.ts'

const LOOK_EVERY_MS = 60_000

/** Looks every minute whether somebody has to be told by mail that buyers wait. Returns how to stop; a look under way ends first. */
export function tellOfflineByMail(parts: TellParts & { readonly log: Logger }): () => Promise<void> {
  let look = Promise.resolve()
  const timer = setInterval(() => {
    look = look
      .then(() => tellOffline(parts))
      .catch((error: unknown) => {
        parts.log.warn({ err: error }, 'those who are offline could not be told by mail')
      })
  }, LOOK_EVERY_MS)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await look
  }
}
