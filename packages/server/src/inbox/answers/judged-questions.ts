import type { JudgedQuestions } from '@shopbell/protocol'
import type { Actor } from '../../accounts/actor.ts'
import type { Database } from '../../store/database.ts'
import { judgedQuestions as readJudged, type JudgedRow } from '../../store/judged-questions.ts'
import { runAsStore } from '../../store/run-as.ts'

/** More questions than a list may hold; those beyond are of lists long gone. */
const MOST = 100

/** How often automatic answers solved the buyer's matter and did not, by question, the least helpful first (FAQ-17). */
export async function judgedQuestions(
  { database }: { readonly database: Database },
  { storeId }: Pick<Actor, 'storeId'>,
): Promise<JudgedQuestions> {
  const rows = await runAsStore(database, storeId, (tx) => readJudged(tx, storeId, MOST))
  return {
    questions: rows.map((row) => {
      const { id, solved, unsolved } = row
      return { id, question: askedIn(row), solved, unsolved }
    }),
  }
}

/** The words of the tap or of the equal text that was answered. */
function askedIn({ id, content }: JudgedRow): string {
  const isText = typeof content === 'object' && content !== null && 'text' in content
  return isText && typeof content.text === 'string' ? content.text : id
}
