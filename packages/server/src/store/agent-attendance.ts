import type { Notices } from '@shopbell/protocol'
import { sql } from 'kysely'
import { selectAccounts } from './accounts.ts'
import type { Tx } from './database.ts'

/** What an account has set about how it attends. `notices` holds only what was chosen. */
export interface AttendanceRow {
  readonly busy: boolean
  readonly notices: Partial<Notices>
}

/** Null where the account never set anything. As the store. */
export async function attendanceOf(
  tx: Tx,
  storeId: number,
  accountId: number,
): Promise<AttendanceRow | null> {
  const row = await tx
    .selectFrom('agentAttendance')
    .select(['busy', 'notices'])
    .where('storeId', '=', storeId)
    .where('accountId', '=', accountId)
    .executeTakeFirst()
  return row ?? null
}

/** Changes what is named, all else stays, also what somebody changes at the same moment. As the store. */
export async function changeAttendance(
  tx: Tx,
  storeId: number,
  accountId: number,
  { busy, notices = {} }: Partial<AttendanceRow>,
): Promise<AttendanceRow> {
  return tx
    .insertInto('agentAttendance')
    .values({ storeId, accountId, busy, notices: JSON.stringify(notices) })
    .onConflict((conflict) =>
      conflict.columns(['storeId', 'accountId']).doUpdateSet({
        busy: sql`coalesce(${busy ?? null}::boolean, agent_attendance.busy)`,
        notices: sql`(agent_attendance.notices::jsonb || excluded.notices::jsonb)::json`,
      }),
    )
    .returning(['busy', 'notices'])
    .executeTakeFirstOrThrow()
}

/** The accounts that have set themselves busy, whether they are here or not. As the store. */
export async function busyAccountsOf(tx: Tx, storeId: number): Promise<ReadonlySet<number>> {
  const rows = await tx
    .selectFrom('agentAttendance')
    .select('accountId')
    .where('storeId', '=', storeId)
    .where('busy', '=', true)
    .execute()
  return new Set(rows.map(({ accountId }) => accountId))
}

/** A person who may be given conversations. */
export interface TeamRow {
  readonly accountId: number
  readonly publicId: string
  readonly name: string
  readonly busy: boolean
}

/** Nobody reads a longer list. */
const MAX_TEAM = 500

/** The store's accounts that are not disabled, by name. As the store. */
export async function teamOf(tx: Tx, storeId: number): Promise<readonly TeamRow[]> {
  const rows = await tx
    .selectFrom('account')
    .leftJoin('agentAttendance', (join) =>
      join
        .onRef('agentAttendance.storeId', '=', 'account.storeId')
        .onRef('agentAttendance.accountId', '=', 'account.id'),
    )
    .select(['account.id as accountId', 'account.publicId', 'account.name', 'agentAttendance.busy'])
    .where('account.storeId', '=', storeId)
    .where('account.disabledAt', 'is', null)
    .orderBy('account.name')
    .orderBy('account.id')
    .limit(MAX_TEAM)
    .execute()
  return rows.map(({ busy, ...row }) => ({ ...row, busy: busy ?? false }))
}

/** Somebody who can be told by mail. */
export interface Absent {
  readonly accountId: number
  readonly email: string
  readonly notices: Partial<Notices>
  readonly mailedAt: number | null
}

/** The store's accounts that are not disabled, with where and whether they want to be told. As the store. */
export async function absentOf(tx: Tx, storeId: number): Promise<readonly Absent[]> {
  const rows = await selectAccounts(tx)
    .leftJoin('agentAttendance', (join) =>
      join
        .onRef('agentAttendance.storeId', '=', 'account.storeId')
        .onRef('agentAttendance.accountId', '=', 'account.id'),
    )
    .select(['agentAttendance.notices', 'agentAttendance.mailedAt'])
    .where('account.storeId', '=', storeId)
    .where('account.disabledAt', 'is', null)
    .orderBy('account.id')
    .limit(MAX_TEAM)
    .execute()
  return rows.map(({ id, email, notices, mailedAt }) => ({
    accountId: id,
    email,
    notices: notices ?? {},
    mailedAt,
  }))
}

/** Notes that an account is told; false: another server did so since `before`. As the store. */
export async function noteMailed(
  tx: Tx,
  storeId: number,
  accountId: number,
  { before, at }: { readonly before: number | null; readonly at: number },
): Promise<boolean> {
  const noted = await tx
    .insertInto('agentAttendance')
    .values({ storeId, accountId, mailedAt: at })
    .onConflict((conflict) =>
      conflict
        .columns(['storeId', 'accountId'])
        .doUpdateSet({ mailedAt: at })
        .where('agentAttendance.mailedAt', 'is not distinct from', before),
    )
    .returning('accountId')
    .executeTakeFirst()
  return noted !== undefined
}
