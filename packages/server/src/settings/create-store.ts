import { randomUUID } from 'node:crypto'
import { localDay, profileOfDay } from '@shopbell/engine'
import type { NewStoreBody, StoreCreated } from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import { newPublicId } from '../accounts/public-id.ts'
import { recordAudit } from '../accounts/record-audit.ts'
import type { Refused } from '../reception/refused.ts'
import { createAccount } from '../store/accounts.ts'
import { chosenProfilesOf, putProfileDay } from '../store/profile-days.ts'
import { runAsStore } from '../store/run-as.ts'
import { createStore as insertStore, type NewStore } from '../store/stores.ts'
import { findUnknown } from './find-unknown.ts'
import type { Settings } from './settings.ts'

/** Another store on this server, with who makes it as its owner and nothing else in it. Whoever owns one may make more. */
export async function createStore(
  { database, clock }: Settings,
  { personId, name: ownerName, storeId: from }: Actor,
  { name, timeZone, defaultLocale }: NewStoreBody,
): Promise<StoreCreated | Refused> {
  const unknown = findUnknown({ timeZone, defaultLocale })
  if (unknown !== null) return unknown
  const at = clock.now()
  const here = await runAsStore(database, from, (tx) => chosenProfilesOf(tx, from))
  if (here === null) return { refused: 'NOT_FOUND' }
  // The rule book that its owner works by already.
  const ruleBook = profileOfDay(at, here.timeZone, here)
  const made: NewStore = {
    publicId: newPublicId(),
    name,
    profile: ruleBook.base,
    timeZone,
    defaultLocale,
    epoch: randomUUID(),
    at,
  }
  const { publicId } = await insertStore(database, made, async (tx, { id: storeId }) => {
    const place = { storeId, personId, publicId: newPublicId(), name: ownerName, role: 'owner', at } as const
    const owner = await createAccount(tx, place)
    if (owner === null) throw new Error('A new store has an account already.')
    if (ruleBook.changes !== null) {
      const first = { fromDay: localDay(at, timeZone), choice: ruleBook, own: ruleBook, revision: 1 }
      await putProfileDay(tx, storeId, { ...first, changedAt: at, changedBy: ownerName })
    }
    await recordAudit(tx, { ...owner, accountId: owner.id }, { at, action: 'store_created', subject: name })
  })
  return { id: publicId }
}
