import { randomUUID } from 'node:crypto'
import type { NewStoreBody, StoreCreated } from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import { newPublicId } from '../accounts/public-id.ts'
import { recordAudit } from '../accounts/record-audit.ts'
import type { Refused } from '../reception/refused.ts'
import { createAccount } from '../store/accounts.ts'
import { runAsStore } from '../store/run-as.ts'
import { createStore as insertStore, type NewStore, storeById } from '../store/stores.ts'
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
  const here = await runAsStore(database, from, (tx) => storeById(tx, from))
  if (here === null) return { refused: 'NOT_FOUND' }
  const made: NewStore = {
    publicId: newPublicId(),
    name,
    // The rule book that its owner works by already.
    profile: here.profile,
    timeZone,
    defaultLocale,
    epoch: randomUUID(),
    at,
  }
  const { publicId } = await insertStore(database, made, async (tx, { id: storeId }) => {
    const place = { storeId, personId, publicId: newPublicId(), name: ownerName, role: 'owner', at } as const
    const owner = await createAccount(tx, place)
    if (owner === null) throw new Error('A new store has an account already.')
    await recordAudit(tx, { ...owner, accountId: owner.id }, { at, action: 'store_created', subject: name })
  })
  return { id: publicId }
}
