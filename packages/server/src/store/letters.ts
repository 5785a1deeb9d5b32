import type { Tx } from './database.ts'

/** A letter that waits for the mail server. `forStore` null: of no store. */
export interface NewLetter {
  readonly forStore: number | null
  readonly recipient: string
  readonly subject: string
  readonly words: string
  readonly at: number
}

/** One that is to be tried now. `tries` counts this one. */
export interface DueLetter {
  readonly id: number
  readonly forStore: number | null
  readonly recipient: string
  readonly subject: string
  readonly words: string
  readonly queuedAt: number
  readonly tries: number
}

/** A letter that was tried and is not delivered, without its words. `nextAt` null: given up. */
export interface UndeliveredLetter {
  readonly id: number
  readonly recipient: string
  readonly subject: string
  readonly queuedAt: number
  readonly tries: number
  readonly nextAt: number | null
  readonly reason: string | null
}

/** Keeps a letter until it is delivered. As the entrance, or as the store it is of. */
export async function putLetter(tx: Tx, { at, ...made }: NewLetter): Promise<void> {
  await tx
    .insertInto('letter')
    .values({ ...made, queuedAt: at, nextAt: at })
    .execute()
}

/**
 * Takes what is due at `at`, oldest first, and holds it until `heldUntil`: nobody else tries it before, and where this process dies
 * somebody tries it then. As the entrance.
 */
export async function takeDueLetters(
  tx: Tx,
  { at, heldUntil, limit }: { readonly at: number; readonly heldUntil: number; readonly limit: number },
): Promise<readonly DueLetter[]> {
  return tx
    .updateTable('letter')
    .set((row) => ({ nextAt: heldUntil, tries: row('tries', '+', 1) }))
    .where('id', 'in', (row) =>
      row
        .selectFrom('letter')
        .select('id')
        .where('nextAt', '<=', at)
        .orderBy('nextAt')
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['id', 'forStore', 'recipient', 'subject', 'words', 'queuedAt', 'tries'])
    .execute()
}

/** The mail server has it. As the entrance. */
export async function removeLetter(tx: Tx, id: number): Promise<void> {
  await tx.deleteFrom('letter').where('id', '=', id).execute()
}

/** It is tried again at `nextAt`. As the entrance. */
export async function postponeLetter(
  tx: Tx,
  id: number,
  { nextAt, reason }: { readonly nextAt: number; readonly reason: string },
): Promise<void> {
  await tx.updateTable('letter').set({ nextAt, reason }).where('id', '=', id).execute()
}

/** Nobody tries it any more, unless it is sent again. As the entrance. */
export async function giveUpLetter(
  tx: Tx,
  id: number,
  { at, reason }: { readonly at: number; readonly reason: string },
): Promise<void> {
  await tx.updateTable('letter').set({ nextAt: null, gaveUpAt: at, reason }).where('id', '=', id).execute()
}

/** Forgets the words, which may hold a link, of what was given up and was queued at `before` or earlier. As the entrance. */
export async function forgetWords(tx: Tx, before: number): Promise<void> {
  await tx
    .updateTable('letter')
    .set({ words: '' })
    .where('gaveUpAt', 'is not', null)
    .where('queuedAt', '<=', before)
    .where('words', '<>', '')
    .execute()
}

/** Forgets what was given up before `before`. As the entrance. */
export async function forgetGivenUp(tx: Tx, before: number): Promise<void> {
  await tx.deleteFrom('letter').where('gaveUpAt', '<', before).execute()
}

/** What of a store was tried and did not arrive, newest first. As the store. */
export async function undeliveredLetters(
  tx: Tx,
  storeId: number,
  limit: number,
): Promise<readonly UndeliveredLetter[]> {
  return tx
    .selectFrom('letter')
    .select(['id', 'recipient', 'subject', 'queuedAt', 'tries', 'nextAt', 'reason'])
    .where('forStore', '=', storeId)
    .where('reason', 'is not', null)
    .orderBy('queuedAt', 'desc')
    .limit(limit)
    .execute()
}

/** One of a store's letters that did not arrive; null: there is none with this id. As the store. */
export async function undeliveredLetter(
  tx: Tx,
  storeId: number,
  id: number,
): Promise<{ readonly queuedAt: number } | null> {
  const row = await tx
    .selectFrom('letter')
    .select('queuedAt')
    .where('forStore', '=', storeId)
    .where('id', '=', id)
    .where('reason', 'is not', null)
    .executeTakeFirst()
  return row ?? null
}

/** It is tried as if it had never failed, from `at` on. As the store. */
export async function queueAgain(tx: Tx, storeId: number, id: number, at: number): Promise<void> {
  await tx
    .updateTable('letter')
    .set({ nextAt: at, reason: null, gaveUpAt: null })
    .where('forStore', '=', storeId)
    .where('id', '=', id)
    .execute()
}
