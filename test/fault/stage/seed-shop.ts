import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import {
  behaviourHash,
  canonicalFlow,
  compileFlow,
  type FlowDocument,
  parseFlow,
  profileById,
} from '@shopbell/engine'
import { TOKEN_SCOPES } from '@shopbell/protocol'
import { newPublicId } from '../../../packages/server/src/accounts/public-id.ts'
import { newSecret, secretHash } from '../../../packages/server/src/accounts/secret.ts'
import { createAccount } from '../../../packages/server/src/store/accounts.ts'
import { createApiToken } from '../../../packages/server/src/store/api-tokens.ts'
import type { Database } from '../../../packages/server/src/store/database.ts'
import { insertVersion } from '../../../packages/server/src/store/flow-versions.ts'
import { putProduct } from '../../tools/put-product.ts'
import { createPerson } from '../../../packages/server/src/store/persons.ts'
import { continueAsStore, runAsEntrance, runAsStore } from '../../../packages/server/src/store/run-as.ts'
import { createStore } from '../../../packages/server/src/store/stores.ts'

/** Its questions remind after one second and end after three. */
export const FAULT_STORE = 'fault'
/** Its questions remind after ten minutes and end after two hours. */
export const SLOW_STORE = 'slow'
export const SLOW_REMINDER_MS = 600_000

const REMIND_AFTER_SECONDS = 1
const END_AFTER_SECONDS = 3
const SAMPLE = new URL('../../../flows/export-factory/flow.json', import.meta.url)

/** Two shops with the export factory's flow; returns an API token of a person who works in the first. */
export async function seedShop(database: Database): Promise<string> {
  const flow = parseFlow(readFileSync(SAMPLE, 'utf8'))
  if (!flow.ok) throw new Error('The sample flow is unreadable.')
  const storeId = await makeStore(database, FAULT_STORE, quickened(flow.document))
  await makeStore(database, SLOW_STORE, flow.document)
  return employ(database, storeId)
}

async function makeStore(database: Database, publicId: string, document: FlowDocument): Promise<number> {
  const at = Date.now()
  if (!profileById('marketplace')) throw new Error('The rule book of the sample shop is gone.')
  const { id } = await createStore(database, {
    publicId,
    name: 'Fault Wares',
    profile: 'marketplace',
    timeZone: zoneAtNoon(at),
    defaultLocale: 'en',
    epoch: randomUUID(),
    at,
  })
  await runAsStore(database, id, async (tx) => {
    await putProduct(tx, id, { ref: 'TRAIL-750', title: 'Trail 750', price: 'US$ 3.75' }, 1)
    await insertVersion(tx, id, {
      document: canonicalFlow(document),
      hash: behaviourHash(document),
      listVersion: compileFlow(document).list?.version ?? null,
      note: 'For fault tests',
      publishedAt: at,
      publishedBy: 'Fault tests',
    })
  })
  return id
}

async function employ(database: Database, storeId: number): Promise<string> {
  const token = newSecret()
  const at = Date.now()
  await runAsEntrance(database, async (tx) => {
    const person = await createPerson(tx, {
      email: 'agent@fault.example',
      passwordHash: 'nobody signs in',
      at,
    })
    if (person === null) throw new Error('There is this person already.')
    await continueAsStore(tx, storeId)
    const account = await createAccount(tx, {
      storeId,
      personId: person.id,
      publicId: newPublicId(),
      name: 'Agent',
      role: 'owner',
      at,
    })
    if (account === null) throw new Error('The shop has this person already.')
    await createApiToken(tx, {
      storeId,
      accountId: account.id,
      publicId: newPublicId(),
      name: 'Fault tests',
      scopes: TOKEN_SCOPES,
      tokenHash: secretHash(token),
      at,
      expiresAt: null,
    })
  })
  return token
}

/** A time zone in which it is about noon: a run that met the shop's midnight would see it greet for the second time. */
function zoneAtNoon(at: number): string {
  const behindUtc = new Date(at).getUTCHours() - 12
  // In these names a plus sign means west.
  return behindUtc === 0 ? 'Etc/GMT' : `Etc/GMT${behindUtc > 0 ? '+' : ''}${String(behindUtc)}`
}

/** The same flow in a hurry. */
function quickened(document: FlowDocument): FlowDocument {
  const blocks = Object.entries(document.blocks).map(([id, block]) => {
    if (block.kind !== 'smart-question') return [id, block] as const
    const { reminder, timeout } = block
    return [
      id,
      {
        ...block,
        ...(reminder === undefined ? {} : { reminder: { afterSeconds: REMIND_AFTER_SECONDS } }),
        ...(timeout === undefined ? {} : { timeout: { ...timeout, afterSeconds: END_AFTER_SECONDS } }),
      },
    ] as const
  })
  return { ...document, blocks: Object.fromEntries(blocks) }
}
