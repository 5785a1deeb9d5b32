import { randomBytes, randomInt } from 'node:crypto'
import { sql } from 'kysely'
import type { Database, Tx } from './database.ts'
import { DatabaseRefused } from './database-refused.ts'
import { sqlStateOf } from './failure.ts'
import { ROLES } from './provide-roles.ts'
import { continueAsStore } from './run-as.ts'

/**
 * Proves, before anybody is served, that the wall between stores stands: with rows of two stores, in a transaction that is
 * rolled back. A superuser, an altered role or a dropped policy would otherwise show every store to every other, silently.
 */
export async function probePolicies(database: Database): Promise<void> {
  await database.db
    .transaction()
    .execute(async (tx) => {
      await probeRoles(tx)
      await probeRows(tx)
      throw new ProbeIsOver()
    })
    .catch((error: unknown) => {
      if (!(error instanceof ProbeIsOver)) throw error
    })
}

/** Thrown so that the probe's rows are never committed. */
class ProbeIsOver extends Error {}

async function probeRoles(tx: Tx): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select rolname as name from pg_roles
    where rolname = any(${[...ROLES]}) and (rolsuper or rolbypassrls or rolcanlogin)`.execute(tx)
  if (rows.length > 0) {
    refuse(`the role ${rows.map(({ name }) => name).join(', ')} has been given more than it may have`)
  }
  const { rows: open } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = current_schema()::regnamespace and relkind = 'r' and relname not like 'kysely%'
      and not (relrowsecurity and relforcerowsecurity)`.execute(tx)
  if (open.length > 0) refuse(`row-level security is off for ${open.map(({ name }) => name).join(', ')}`)
}

async function probeRows(tx: Tx): Promise<void> {
  // Negative keys: no sequence gives them, so the probes of many servers and real rows never meet.
  const one = -randomInt(1, 2 ** 40)
  const other = one - 2 ** 40
  for (const storeId of [one, other]) {
    await continueAsStore(tx, storeId)
    await insertProbeStore(tx, storeId)
    await tx.insertInto('product').values({ storeId, ref: 'probe', title: 'probe' }).execute()
    await sql`set local role shopbell_journal`.execute(tx)
    await insertProbeConversation(tx, storeId)
  }
  for (const [storeId, foreign] of [
    [one, other],
    [other, one],
  ] as const) {
    await continueAsStore(tx, storeId)
    for (const table of ['product', 'conversation'] as const) {
      const rows = await tx.selectFrom(table).select('storeId').where('storeId', '<', 0).execute()
      if (rows.length !== 1 || rows[0]?.storeId !== storeId)
        refuse(`${table} shows a store rows that are not its own`)
    }
    await mustBeRefused(tx, 'a store could write a row of another store', () =>
      tx.insertInto('product').values({ storeId: foreign, ref: 'foreign', title: 'foreign' }).execute(),
    )
  }
  await sql`select set_config('shopbell.store_id', '', true)`.execute(tx)
  const nobody = await tx.selectFrom('product').select('storeId').execute()
  if (nobody.length > 0) refuse('product shows rows to somebody who speaks for no store')
  await sql`set local role shopbell_journal`.execute(tx)
  await mustBeRefused(tx, 'the journal could read accounts', () =>
    tx.selectFrom('account').select('id').execute(),
  )
}

async function insertProbeStore(tx: Tx, id: number): Promise<void> {
  await tx
    .insertInto('store')
    .values({
      id,
      publicId: `probe-${randomBytes(16).toString('hex')}`,
      name: 'probe',
      profile: 'probe',
      timeZone: 'UTC',
      defaultLocale: 'en',
      allowedOrigins: '[]',
      epoch: 'probe',
      createdAt: 0,
    })
    .execute()
}

async function insertProbeConversation(tx: Tx, storeId: number): Promise<void> {
  const probe = { publicId: 'probe', tokenHash: 'probe', locale: 'en', buyer: '{}', lanes: '{}' }
  await tx
    .insertInto('conversation')
    .values({ ...probe, storeId, createdAt: 0, lastAt: 0 })
    .execute()
}

/** "new row violates row-level security policy", "permission denied": PostgreSQL has one code for both. */
const INSUFFICIENT_PRIVILEGE = '42501'

async function mustBeRefused(tx: Tx, otherwise: string, forbidden: () => Promise<unknown>): Promise<void> {
  await sql`savepoint probe`.execute(tx)
  try {
    await forbidden()
  } catch (error) {
    if (sqlStateOf(error) !== INSUFFICIENT_PRIVILEGE) throw error
    await sql`rollback to savepoint probe`.execute(tx)
    return
  }
  refuse(otherwise)
}

function refuse(what: string): never {
  throw new DatabaseRefused(
    'POLICY_DOES_NOT_HOLD',
    `The wall between stores does not hold: ${what}. Nobody is served until it does; compare the database with schema.sql, and see who changed it.`,
  )
}
