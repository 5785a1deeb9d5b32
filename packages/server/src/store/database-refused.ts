/** Why a server must not serve with a database. */
export type DatabaseRefusal =
  | 'DIRECTORY_IN_USE'
  | 'DIRECTORY_UNUSABLE'
  | 'SERVER_UNREACHABLE'
  | 'SERVER_TOO_OLD'
  | 'SERVER_NOT_UTF8'
  | 'ROLES_MISSING'
  | 'FROM_THE_FUTURE'
  | 'POLICY_DOES_NOT_HOLD'

/** Start-up ends here; the message says what to do. */
export class DatabaseRefused extends Error {
  override readonly name = 'DatabaseRefused'
  readonly code: DatabaseRefusal

  constructor(code: DatabaseRefusal, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
