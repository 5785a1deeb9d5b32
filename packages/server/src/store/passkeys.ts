import type { Tx } from './database.ts'

/** A passkey as its person sees it. */
export interface PasskeyRow {
  readonly publicId: string
  readonly name: string
  readonly createdAt: number
  readonly usedAt: number | null
}

/** What checks a proof. `publicKey` is base64url; `counter` is how often the device says it was used. */
export interface PasskeyToCheck {
  readonly id: number
  readonly personId: number
  readonly credentialId: string
  readonly publicKey: string
  readonly counter: number
}

export interface NewPasskey extends Omit<PasskeyToCheck, 'id'> {
  readonly publicId: string
  readonly name: string
  readonly at: number
}

const SHOWN = ['publicId', 'name', 'createdAt', 'usedAt'] as const satisfies readonly (keyof PasskeyRow)[]

/** Keeps a passkey; null: this one is known already. As the entrance. */
export async function createPasskey(tx: Tx, { at, ...made }: NewPasskey): Promise<PasskeyRow | null> {
  const row = await tx
    .insertInto('passkey')
    .values({ ...made, createdAt: at })
    .onConflict((conflict) => conflict.column('credentialId').doNothing())
    .returning(SHOWN)
    .executeTakeFirst()
  return row ?? null
}

/** The person's own, newest first. As the entrance. */
export function passkeysOf(tx: Tx, personId: number): Promise<readonly PasskeyRow[]> {
  return tx
    .selectFrom('passkey')
    .select(SHOWN)
    .where('personId', '=', personId)
    .orderBy('id', 'desc')
    .execute()
}

/** What devices call the person's passkeys, so that none is made twice. As the entrance. */
export async function credentialIdsOf(tx: Tx, personId: number): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('passkey')
    .select('credentialId')
    .where('personId', '=', personId)
    .execute()
  return rows.map(({ credentialId }) => credentialId)
}

/** As the entrance. */
export async function passkeyByCredential(tx: Tx, credentialId: string): Promise<PasskeyToCheck | null> {
  const row = await tx
    .selectFrom('passkey')
    .select(['id', 'personId', 'credentialId', 'publicKey', 'counter'])
    .where('credentialId', '=', credentialId)
    .executeTakeFirst()
  return row ?? null
}

/** Notes a use; false: another one with this counter was faster, or the passkey is gone. As the entrance. */
export async function usePasskey(
  tx: Tx,
  { id, counter }: Pick<PasskeyToCheck, 'id' | 'counter'>,
  { newCounter, at }: { readonly newCounter: number; readonly at: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('passkey')
    .set({ counter: newCounter, usedAt: at })
    .where('id', '=', id)
    .where('counter', '=', counter)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Gives one of the person's another name; null: they have none of this id. As the entrance. */
export async function renamePasskey(
  tx: Tx,
  personId: number,
  publicId: string,
  name: string,
): Promise<PasskeyRow | null> {
  const row = await tx
    .updateTable('passkey')
    .set({ name })
    .where('personId', '=', personId)
    .where('publicId', '=', publicId)
    .returning(SHOWN)
    .executeTakeFirst()
  return row ?? null
}

/** Takes one of the person's away; null: they have none of this id. As the entrance. */
export async function deletePasskey(tx: Tx, personId: number, publicId: string): Promise<PasskeyRow | null> {
  const row = await tx
    .deleteFrom('passkey')
    .where('personId', '=', personId)
    .where('publicId', '=', publicId)
    .returning(SHOWN)
    .executeTakeFirst()
  return row ?? null
}
