import { asOperator } from './as-operator.ts'
import type { ConsoleStage } from './open-console-stage.ts'

/** Disables an account in the database, without a word to anybody. */
export async function disableAccount(stage: ConsoleStage, email: string): Promise<void> {
  const { numUpdatedRows } = await asOperator(stage, (tx) =>
    tx
      .updateTable('account')
      .set({ disabledAt: 1 })
      .where('personId', 'in', (row) => row.selectFrom('person').select('id').where('email', '=', email))
      .executeTakeFirstOrThrow(),
  )
  if (numUpdatedRows !== 1n) throw new Error(`There is no account ${email}.`)
}
