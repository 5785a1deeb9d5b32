import { createAttemptLimit } from '../accounts/attempt-limit.ts'
import type { BuyerLimits } from './buyer-limits.ts'

/** The limits that many sockets share. Each answers 0, or the milliseconds to wait. */
export interface BuyerGate {
  readonly limits: BuyerLimits
  readonly connect: (address: string) => number
  readonly begin: (address: string) => number
  readonly send: (conversationId: number, address: string) => number
}

/** Time is monotonic milliseconds: a clock that is set must neither lock buyers out nor let everyone in. */
export function createBuyerGate(limits: BuyerLimits): BuyerGate {
  const sockets = createAttemptLimit(limits.socketsPerAddress)
  const newcomers = createAttemptLimit(limits.newBuyersPerAddress)
  const buyers = createAttemptLimit(limits.sendsPerBuyer)
  const addresses = createAttemptLimit(limits.sendsPerAddress)
  return {
    limits,
    connect: (address) => sockets.take(address, performance.now()),
    begin: (address) => newcomers.take(address, performance.now()),
    send: (conversationId, address) => {
      const at = performance.now()
      return Math.max(buyers.take(String(conversationId), at), addresses.take(address, at))
    },
  }
}
