import { editorsOf, type EditorRow, putEditor, removeEditor } from '../store/draft-editors.ts'
import type { Tx } from '../store/database.ts'
import { runAsStore } from '../store/run-as.ts'
import type { Publishing } from './publishing.ts'

/** Who was not seen for so long is gone: its server died without a word. Longer than two of a socket's beats. */
const GONE_AFTER_MS = 60_000

/** Somebody has the draft open, in this block or in none; to be said again with every beat. Others are told only what is news. */
export async function enterDraft(
  { database, clock, bus }: Publishing,
  storeId: number,
  { isNews, ...editor }: EditorRow & { readonly isNews: boolean },
): Promise<void> {
  const seenAt = clock.now()
  await runAsStore(database, storeId, (tx) =>
    putEditor(tx, storeId, { ...editor, seenAt }, seenAt - GONE_AFTER_MS),
  )
  if (isNews) bus.publish({ type: 'draft', storeId })
}

/** Somebody has closed the draft. */
export async function leaveDraft({ database, bus }: Publishing, storeId: number, id: string): Promise<void> {
  await runAsStore(database, storeId, (tx) => removeEditor(tx, storeId, id))
  bus.publish({ type: 'draft', storeId })
}

/** The others who have the draft open, on whichever server. Two windows of one account are two editors. */
export async function otherEditors(
  tx: Tx,
  { clock, storeId, own }: Pick<Publishing, 'clock'> & { readonly storeId: number; readonly own: string },
): Promise<{ readonly name: string; readonly block: string | null }[]> {
  const rows = await editorsOf(tx, storeId, clock.now() - GONE_AFTER_MS)
  return rows.filter(({ id }) => id !== own).map(({ name, block }) => ({ name, block }))
}
