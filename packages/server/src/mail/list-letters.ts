import { type Letter, LETTER_REASONS, type LetterReason } from '@shopbell/protocol'
import type { Database } from '../store/database.ts'
import { undeliveredLetters } from '../store/letters.ts'
import { runAsStore } from '../store/run-as.ts'
import type { Clock } from '../clock.ts'
import { canBeSentAgain } from './send-again.ts'

/** More is an outage, and the first ones say so. */
const SHOWN = 50

/** The store's letters that did not arrive, newest first; those that were given up for a week. */
export async function listLetters(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  { storeId }: { readonly storeId: number },
): Promise<Letter[]> {
  const letters = await runAsStore(database, storeId, (tx) => undeliveredLetters(tx, storeId, SHOWN))
  const at = clock.now()
  return letters.map(({ id, recipient, subject, queuedAt, tries, nextAt, reason }) => ({
    id,
    to: recipient,
    subject,
    queuedAt,
    tries,
    reason: isReason(reason) ? reason : 'server_away',
    again: canBeSentAgain({ queuedAt }, at),
    ...(nextAt === null ? {} : { nextAt }),
  }))
}

function isReason(text: string | null): text is LetterReason {
  return LETTER_REASONS.some((reason) => reason === text)
}
