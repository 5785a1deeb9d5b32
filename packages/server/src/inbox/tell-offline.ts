import type { Clock } from '../clock.ts'
import type { Presence } from '../reception/presence.ts'
import { type Absent, absentOf, noteMailed } from '../store/agent-attendance.ts'
import { putLetter } from '../store/letters.ts'
import { longestWaits, storesThatWait } from '../store/waiting-buyers.ts'
import type { Database } from '../store/database.ts'
import { runAsJournal, runAsStore } from '../store/run-as.ts'
import { type StoreRow, storeById } from '../store/stores.ts'
import { DEFAULT_NOTICES } from './attendance.ts'
import { digestLetter } from './digest-letter.ts'
import { dueDigest, TOLD_AFTER_MS } from './due-digest.ts'

export interface TellParts {
  readonly database: Database
  readonly clock: Clock
  readonly presence: Pick<Presence, 'people'>
  readonly ownOrigin: () => string
}

/** Looks in every store where buyers wait and nobody is, and writes to those who want to be told. */
export async function tellOffline(parts: TellParts): Promise<void> {
  const { database, clock, presence } = parts
  const waitedSince = clock.now() - TOLD_AFTER_MS
  const stores = await runAsJournal(database, (tx) => storesThatWait(tx, waitedSince))
  for (const storeId of stores) if (presence.people(storeId) === 0) await tellStore(parts, storeId)
}

async function tellStore(parts: TellParts, storeId: number): Promise<void> {
  const { store, waitingSince, absent } = await runAsStore(parts.database, storeId, async (tx) => ({
    store: await storeById(tx, storeId),
    waitingSince: await longestWaits(tx, storeId),
    absent: await absentOf(tx, storeId),
  }))
  if (store === null) return
  for (const account of absent) await tellAccount(parts, store, waitingSince, account)
}

/**
 * One of several servers notes it and queues the letter, both in one transaction: whatever dies then, the account is told, and once.
 */
async function tellAccount(
  { database, clock, presence, ownOrigin }: TellParts,
  store: StoreRow,
  waitingSince: readonly number[],
  { accountId, email, notices, mailedAt }: Absent,
): Promise<void> {
  const now = clock.now()
  const wantsMail = notices.mail ?? DEFAULT_NOTICES.mail
  const due = dueDigest(now, { waitingSince, peopleHere: presence.people(store.id), wantsMail, mailedAt })
  if (due === null) return
  const { subject, text: words } = digestLetter({
    ...due,
    storeName: store.name,
    inbox: `${ownOrigin()}/console/inbox`,
    locale: store.defaultLocale,
  })
  await runAsStore(database, store.id, async (tx) => {
    const isOurs = await noteMailed(tx, store.id, accountId, { before: mailedAt, at: now })
    if (isOurs) await putLetter(tx, { forStore: store.id, recipient: email, subject, words, at: now })
  })
}
