import type { BookChange } from '@shopbell/engine'
import type { RuleBookChoice } from '@shopbell/protocol'
import type { Selectable } from 'kysely'
import type { Tx } from './database.ts'
import type { ProfileDayTable } from './settings-schema.ts'

/** A rule book from 00:00 of a calendar day of the store. */
export type ProfileDay = Readonly<Selectable<ProfileDayTable>>

/** What says which rule book a store has on a day about now: as `profileOfDay` asks for it. */
export interface ChosenProfiles {
  readonly timeZone: string
  readonly first: RuleBookChoice
  readonly changes: readonly BookChange<RuleBookChoice>[]
}

/** One change is to come; where the store moved to a zone whose date is two days behind, three are. The one before them holds today. */
const ABOUT_NOW = 4

/** Null: there is no such store, or it is being removed. As the store, or as the journal. */
export async function chosenProfilesOf(tx: Tx, storeId: number): Promise<ChosenProfiles | null> {
  const rows = await tx
    .selectFrom('store')
    .leftJoin('profileDay', 'profileDay.storeId', 'store.id')
    .select(['store.profile', 'store.timeZone', 'profileDay.fromDay', 'profileDay.choice'])
    .where('store.id', '=', storeId)
    .where('store.removedAt', 'is', null)
    .orderBy('profileDay.fromDay', (order) => order.desc().nullsLast())
    .limit(ABOUT_NOW)
    .execute()
  const [first] = rows
  if (first === undefined) return null
  const { profile, timeZone } = first
  const changes = rows.flatMap(({ fromDay, choice }) =>
    fromDay === null || choice === null ? [] : [{ from: fromDay, book: choice }],
  )
  return { timeZone, first: { base: profile, changes: null }, changes }
}

/** What was chosen for which days, the latest day first. As the store. */
export function profileDaysOf(tx: Tx, storeId: number, limit: number): Promise<readonly ProfileDay[]> {
  return tx
    .selectFrom('profileDay')
    .selectAll()
    .where('storeId', '=', storeId)
    .orderBy('fromDay', 'desc')
    .limit(limit)
    .execute()
}

/** The save of the highest revision; null: nobody ever chose. As the store. */
export async function latestProfileDay(tx: Tx, storeId: number): Promise<ProfileDay | null> {
  const row = await tx
    .selectFrom('profileDay')
    .selectAll()
    .where('storeId', '=', storeId)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** Sets the rule book from a day on; one that was to begin on that day is replaced. As the store, which nobody else changes meanwhile. */
export async function putProfileDay(
  tx: Tx,
  storeId: number,
  { fromDay, choice, own, revision, changedAt, changedBy }: Omit<ProfileDay, 'storeId'>,
): Promise<void> {
  const set = {
    choice: JSON.stringify(choice),
    own: own === null ? null : JSON.stringify(own),
    ...{ revision, changedAt, changedBy },
  }
  await tx
    .insertInto('profileDay')
    .values({ storeId, fromDay, ...set })
    .onConflict((conflict) => conflict.columns(['storeId', 'fromDay']).doUpdateSet(set))
    .execute()
}
