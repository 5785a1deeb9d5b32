import { type Kysely, sql } from 'kysely'
import { DatabaseRefused } from './database-refused.ts'
import { sqlStateOf } from './failure.ts'

export const ROLES = ['shopbell_app', 'shopbell_journal', 'shopbell_entrance'] as const
type RoleName = (typeof ROLES)[number]

/**
 * Makes sure that the three roles exist and that the connecting user may speak as each. Roles belong to the whole cluster, so
 * this is no migration, and servers of other databases may be doing the same right now.
 */
export async function provideRoles(db: Kysely<unknown>): Promise<void> {
  for (const role of ROLES) {
    try {
      await createRole(db, role)
      if (!(await maySpeakAs(db, role)))
        await unlessDoneByOthers(sql`grant ${sql.id(role)} to current_user`.execute(db))
    } catch (cause) {
      throw new DatabaseRefused('ROLES_MISSING', WHAT_AN_ADMIN_HAS_TO_DO, { cause })
    }
  }
}

const WHAT_AN_ADMIN_HAS_TO_DO = `The database user may not create or use Shopbell's roles. Give it createrole, or let an administrator run: ${ROLES.map(
  (role) => `create role ${role} nologin; grant ${role} to <this user>;`,
).join(' ')}`

async function createRole(db: Kysely<unknown>, role: RoleName): Promise<void> {
  const { rows } = await sql`select from pg_roles where rolname = ${role}`.execute(db)
  if (rows.length > 0) return
  await unlessDoneByOthers(sql`create role ${sql.id(role)} nologin nosuperuser nobypassrls`.execute(db))
}

async function maySpeakAs(db: Kysely<unknown>, role: RoleName): Promise<boolean> {
  try {
    await db.transaction().execute((tx) => sql`set local role ${sql.id(role)}`.execute(tx))
    return true
  } catch (error) {
    if (sqlStateOf(error) === INSUFFICIENT_PRIVILEGE) return false
    throw error
  }
}

const INSUFFICIENT_PRIVILEGE = '42501'
const DUPLICATE_OBJECT = '42710'
const UNIQUE_VIOLATION = '23505'
/** "tuple concurrently updated": another server's grant came at the same moment. */
const INTERNAL_ERROR = 'XX000'

/** Two at once: one is told that the role, or the grant, is there already. */
async function unlessDoneByOthers(statement: Promise<unknown>): Promise<void> {
  try {
    await statement
  } catch (error) {
    if (![DUPLICATE_OBJECT, UNIQUE_VIOLATION, INTERNAL_ERROR].includes(sqlStateOf(error))) throw error
  }
}
