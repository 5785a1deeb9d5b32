import type { Rule } from './rule.ts'

export const REACH_THE_BUYER: Rule = {
  ids: ['CNT-04', 'CNT-05'],
  says: 'A reply is to a buyer whoever of the store wrote it and wherever: in this conversation or another of theirs, after it was given to somebody else, as a mail of the connected mailbox, or as a new mail to an address of theirs that is known. Mail and inquiries are told by the shop’s own systems.',
  reads: [],
}

/** Who a buyer is to the store. `addresses` are the mail addresses that are known of them. */
export interface KnownBuyer {
  readonly buyer: string
  readonly addresses: readonly string[]
}

/** To whom a reply went: to a buyer the store knows, or only to a mail address. Who wrote it, and over which channel, is no matter. */
export interface SentTo {
  readonly buyer?: string
  readonly address?: string
}

/** Whether a reply went to this buyer (CNT-04, CNT-05). Mail addresses are the same in large and small letters. */
export function reachTheBuyer({ buyer, addresses }: KnownBuyer, to: SentTo): boolean {
  if (to.buyer !== undefined) return to.buyer === buyer
  const address = plain(to.address ?? '')
  return address !== '' && addresses.some((known) => plain(known) === address)
}

function plain(address: string): string {
  return address.trim().toLowerCase()
}
