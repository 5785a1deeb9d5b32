import { setTimeout as pause } from 'node:timers/promises'

const AGAIN_AFTER_MS = 50

/**
 * Does it again while `isBusy` says so. On a slow machine a transaction may wait longer for the others' locks than the server lets it;
 * nothing was done then, and every client asks again.
 */
export async function whileBusy<Done>(
  work: () => Promise<Done>,
  isBusy: (outcome: PromiseSettledResult<Done>) => boolean,
): Promise<Done> {
  for (;;) {
    const [outcome] = await Promise.allSettled([work()])
    if (!isBusy(outcome)) {
      if (outcome.status === 'rejected') throw outcome.reason
      return outcome.value
    }
    await pause(AGAIN_AFTER_MS)
  }
}
