import type { Listener } from '../reception/listener.ts'
import type { Reception } from '../reception/reception.ts'
import { isRefused, type Refused } from '../reception/refused.ts'
import type { Visit } from '../reception/say-hello.ts'
import type { BuyerGate } from '../socket/buyer-gate.ts'
import { buyerTokenOf } from './botkit-identity.ts'

export interface MeetingParts {
  readonly reception: Pick<Reception, 'hello'>
  readonly gate: BuyerGate
}

/** A browser that speaks Botkit, before it is known which buyer it names. */
export interface BotkitBrowser {
  readonly storeId: number
  /** The key its address is limited by. */
  readonly address: string
  readonly secret: string
  readonly locale: string
}

/** The conversation that a guid names in this browser, a new one where there is none yet; so many of those per address. */
export async function meetBuyer(
  { reception, gate }: MeetingParts,
  { storeId, address, secret, locale }: BotkitBrowser,
  guid: string,
  listener: Listener,
): Promise<Visit | Refused> {
  const greeting = { token: buyerTokenOf(secret, guid), after: 'read', locale } as const
  const known = await reception.hello(storeId, greeting, listener)
  if (!isRefused(known) || known.refused !== 'TOKEN_UNKNOWN') return known
  const retryAfterMs = gate.begin(address)
  if (retryAfterMs > 0) return { refused: 'TOO_MANY', retryAfterMs }
  return reception.hello(storeId, { ...greeting, mayBeNew: true }, listener)
}
