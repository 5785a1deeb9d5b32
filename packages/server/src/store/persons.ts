import type { Tx } from './database.ts'
import { emailKey } from './email-key.ts'

/** Who signs in, with the password's hash. */
export interface PersonRow {
  readonly id: number
  readonly email: string
  readonly passwordHash: string
}

export interface NewPerson {
  readonly email: string
  readonly passwordHash: string
  readonly at: number
}

/** Creates a person; null: the e-mail belongs to one already. As the entrance. */
export async function createPerson(
  tx: Tx,
  { email, passwordHash, at }: NewPerson,
): Promise<PersonRow | null> {
  const row = await tx
    .insertInto('person')
    .values({ email, passwordHash, emailKey: emailKey(email), createdAt: at })
    .onConflict((conflict) => conflict.column('emailKey').doNothing())
    .returning(['id', 'email', 'passwordHash'])
    .executeTakeFirst()
  return row ?? null
}

/** The person with this e-mail, however its letters are cased. As the entrance. */
export async function personByEmail(tx: Tx, email: string): Promise<PersonRow | null> {
  const row = await tx
    .selectFrom('person')
    .select(['id', 'email', 'passwordHash'])
    .where('emailKey', '=', emailKey(email))
    .executeTakeFirst()
  return row ?? null
}

/** As the entrance. */
export async function personById(tx: Tx, personId: number): Promise<PersonRow | null> {
  const row = await tx
    .selectFrom('person')
    .select(['id', 'email', 'passwordHash'])
    .where('id', '=', personId)
    .executeTakeFirst()
  return row ?? null
}

/** As the entrance. */
export async function setPasswordHash(tx: Tx, personId: number, passwordHash: string): Promise<void> {
  await tx.updateTable('person').set({ passwordHash }).where('id', '=', personId).executeTakeFirstOrThrow()
}

/** Forgets people who have no account in any store. As the entrance. */
export async function deletePersonsWithoutAccount(tx: Tx): Promise<void> {
  await tx
    .deleteFrom('person')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('account').select('id').whereRef('account.personId', '=', 'person.id'))),
    )
    .execute()
}
