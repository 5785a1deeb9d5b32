import type { Clock } from '../clock.ts'
import { addressKey } from './address-key.ts'
import { createAttemptLimit } from './attempt-limit.ts'

/** One address may try this often; it is asked first, so that what it refuses costs the account's owner nothing. */
const PER_ADDRESS = { burst: 10, everyMs: 6_000 }
/** One account may be tried this often from everywhere: slow, never locked (reliability: A8). */
const PER_ACCOUNT = { burst: 30, everyMs: 10_000 }

/** Slows down guessing of passwords and set-up tokens. */
export interface SignInLimits {
  /** 0, or the milliseconds until this address may try this account again. */
  readonly take: (address: string, account: string) => number
  /** It was no guess: it counts for nothing. */
  readonly giveBack: (address: string, account: string) => void
}

/** `account` is the e-mail that was sent; its key is made of nothing else a client chooses. */
export function createSignInLimits(clock: Clock): SignInLimits {
  const addresses = createAttemptLimit(PER_ADDRESS)
  const accounts = createAttemptLimit(PER_ACCOUNT)
  return {
    take(address, account) {
      const at = clock.now()
      return addresses.take(addressKey(address), at) || accounts.take(accountKey(account), at)
    },
    giveBack(address, account) {
      addresses.giveBack(addressKey(address))
      accounts.giveBack(accountKey(account))
    },
  }
}

/** Case and Unicode form do not make another account. */
function accountKey(email: string): string {
  return email.normalize('NFKC').toLowerCase()
}
