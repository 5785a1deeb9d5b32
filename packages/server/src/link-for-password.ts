import type { SecretLink } from '@shopbell/protocol'
import { makeOperatorResetLink } from './accounts/password-resets.ts'
import { systemClock } from './clock.ts'
import type { Config } from './config/config.ts'
import { openDatabase } from './store/open-database.ts'
import type { StoreLog } from './store/store-log.ts'

/**
 * For an operator whose owner forgot the password where no mail is sent: a link that sets a new one, once, within an hour. Null: nobody
 * who may sign in has this e-mail. Throws a `DatabaseRefused` where the database cannot be opened.
 */
export async function linkForPassword(
  {
    databaseUrl,
    dataDirectory,
    publicUrl,
    port,
  }: Pick<Config, 'databaseUrl' | 'dataDirectory' | 'publicUrl' | 'port'>,
  email: string,
  log: StoreLog,
): Promise<SecretLink | null> {
  const database = await openDatabase({
    dataDirectory,
    log,
    ...(databaseUrl === null ? {} : { databaseUrl }),
  })
  try {
    const ownOrigin = () => publicUrl?.origin ?? `http://localhost:${String(port)}`
    return await makeOperatorResetLink({ database, clock: systemClock, ownOrigin }, email)
  } finally {
    await database.close()
  }
}
