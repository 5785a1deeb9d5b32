import { addressKey } from '../accounts/address-key.ts'
import { createAttemptLimit } from '../accounts/attempt-limit.ts'
import type { ConsoleApp } from './console-app.ts'
import { refuse } from './refuse.ts'

/** Of one address: room for a team behind it, not for a program that tries out what it finds. */
const REQUESTS_PER_ADDRESS = { burst: 1_200, everyMs: 50 }

/** Bounds what one address may ask of the API, before anything is looked up for it; signing in has tighter limits of its own. */
export function limitRequests(app: ConsoleApp): void {
  const requests = createAttemptLimit(REQUESTS_PER_ADDRESS)
  app.addHook('onRequest', async (request, reply) => {
    // Monotonic: a clock that is set must neither lock people out nor let everyone in.
    const retryAfterMs = requests.take(addressKey(request.ip), performance.now())
    if (retryAfterMs > 0) return refuse(request, reply, { refused: 'TOO_MANY', retryAfterMs })
  })
}
