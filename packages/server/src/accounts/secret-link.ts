import type { Accounts } from './accounts.ts'
import { newSecret, secretHash } from './secret.ts'

/** A link that works once, and what is kept of it. */
export interface NewLink {
  readonly link: string
  readonly tokenHash: string
}

/** The token stands behind the #, so it is in no server's log. */
export function newSecretLink(
  { ownOrigin }: Pick<Accounts, 'ownOrigin'>,
  page: 'invitation' | 'new-password',
): NewLink {
  const token = newSecret()
  return { link: `${ownOrigin()}/console/${page}#token=${token}`, tokenHash: secretHash(token) }
}
