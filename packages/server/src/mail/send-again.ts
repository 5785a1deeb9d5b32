import type { Clock } from '../clock.ts'
import type { Database } from '../store/database.ts'
import { queueAgain, undeliveredLetter } from '../store/letters.ts'
import { runAsStore } from '../store/run-as.ts'
import { GIVE_UP_AFTER_MS } from './next-try.ts'

/** A link in an older letter no longer works, and its words are forgotten. */
export function canBeSentAgain({ queuedAt }: { readonly queuedAt: number }, at: number): boolean {
  return at - queuedAt < GIVE_UP_AFTER_MS
}

/** Has a letter that did not arrive tried at once, also one that was given up. `LETTER_TOO_OLD` a day after it was queued. */
export function sendAgain(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  { storeId }: { readonly storeId: number },
  id: number,
): Promise<'queued' | 'NOT_FOUND' | 'LETTER_TOO_OLD'> {
  const at = clock.now()
  return runAsStore(database, storeId, async (tx) => {
    const letter = await undeliveredLetter(tx, storeId, id)
    if (letter === null) return 'NOT_FOUND'
    if (!canBeSentAgain(letter, at)) return 'LETTER_TOO_OLD'
    await queueAgain(tx, storeId, id, at)
    return 'queued'
  })
}
