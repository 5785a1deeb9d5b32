import { type Letter, LETTER_REASONS, type LetterReason } from '@shopbell/protocol'
import type { Database } from '../store/database.ts'
import { undeliveredLetters } from '../store/letters.ts'
import { runAsStore } from '../store/run-as.ts'

/** More is an outage, and the first ones say so. */
const SHOWN = 50

/** The store's letters that did not arrive, newest first; those that were given up for a week. */
export async function listLetters(
  { database }: { readonly database: Database },
  { storeId }: { readonly storeId: number },
): Promise<Letter[]> {
  const letters = await runAsStore(database, storeId, (tx) => undeliveredLetters(tx, storeId, SHOWN))
  return letters.map(({ recipient, subject, queuedAt, tries, nextAt, reason }) => ({
    to: recipient,
    subject,
    queuedAt,
    tries,
    reason: isReason(reason) ? reason : 'server_away',
    ...(nextAt === null ? {} : { nextAt }),
  }))
}

function isReason(text: string | null): text is LetterReason {
  return LETTER_REASONS.some((reason) => reason === text)
}
