import type { Actor } from '../../accounts/actor.ts'
import { recordAudit } from '../../accounts/record-audit.ts'
import type { Bus } from '../../bus/bus.ts'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../store/database.ts'
import { visitorName } from '../visitor-name.ts'
import { eraseBuyer } from './erase-buyer.ts'

interface Needed {
  readonly database: Database
  readonly bus: Bus
  readonly clock: Clock
}

/** `eraseBuyer` because somebody of the store asks for it; the log says who, and names the buyer by a piece of a random id only. */
export function eraseOnRequest(
  { clock, ...needed }: Needed,
  actor: Actor,
  publicId: string,
): Promise<boolean> {
  return eraseBuyer(needed, actor, publicId, (tx) =>
    recordAudit(tx, actor, { at: clock.now(), action: 'buyer_erased', subject: visitorName(publicId) }),
  )
}
