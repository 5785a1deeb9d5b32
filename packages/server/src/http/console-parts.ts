import type { ExtensionSet } from '@shopbell/engine'
import type { Accounts } from '../accounts/accounts.ts'
import type { Egress } from '../egress/egress.ts'
import type { Reception } from '../reception/reception.ts'
import type { Seal } from '../webhooks/seal.ts'

/** What the console's routes are made of. Each use case takes the few of them it needs. */
export interface ConsoleParts extends Accounts {
  /** What third parties add; left out: nothing. */
  readonly extensions?: ExtensionSet
  readonly reception: Pick<Reception, 'reply' | 'changeHandling' | 'readByAgent'>
  /** The way out to what sellers name. */
  readonly egress: Egress
  /** What secrets are kept under. */
  readonly seal: Seal
}
