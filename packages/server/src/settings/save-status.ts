import { statusProblems, type StatusProblem } from '@shopbell/engine'
import type { OwnStatusBody, StatusBody, StatusDesk, StatusReplies } from '@shopbell/protocol'
import { actingOn, stillActing } from '../accounts/acting.ts'
import type { Actor } from '../accounts/actor.ts'
import { recordAudit } from '../accounts/record-audit.ts'
import { profileOfStore } from '../reception/profile-of-store.ts'
import { isRefused, type Refused } from '../reception/refused.ts'
import type { Tx } from '../store/database.ts'
import { runAsStore } from '../store/run-as.ts'
import { saveSetting } from '../store/settings.ts'
import type { Settings } from './settings.ts'
import { statusDesk } from './status-desk.ts'

/** A refusal that says what of the replies is unfit. */
export interface StatusRefused extends Refused {
  readonly problems?: readonly StatusProblem[]
}

type Saved = Promise<StatusDesk | StatusRefused>

/** Whose replies are saved; a null account is the store. */
interface Scope {
  readonly accountId: number | null
  readonly name: string
}

/** Saves the store's, which accounts without their own follow (PRM-01). Live on every node within seconds (PUB-10). */
export function saveStoreStatus(parts: Settings, actor: Actor, body: StatusBody): Saved {
  return save(parts, actor, body, async (tx) => {
    const self = await stillActing(tx, actor)
    return self === null ? { refused: 'FORBIDDEN' } : { accountId: null, name: '' }
  })
}

/** Saves the actor's own; `settings` null follows the store again (PRM-04). */
export function saveMyStatus(parts: Settings, actor: Actor, body: OwnStatusBody): Saved {
  return save(parts, actor, body, async (tx) => {
    const self = await stillActing(tx, actor)
    return self === null ? { refused: 'FORBIDDEN' } : { accountId: self.id, name: self.name }
  })
}

/** Saves another account's, for who keeps the robot (PRM-04). */
export function saveAccountStatus(
  parts: Settings,
  actor: Actor,
  publicId: string,
  body: OwnStatusBody,
): Saved {
  return save(parts, actor, body, async (tx) => {
    const acting = await actingOn(tx, actor, publicId)
    if (typeof acting === 'string') return { refused: acting }
    return { accountId: acting.other.id, name: acting.other.name }
  })
}

async function save(
  { database, clock, bus }: Settings,
  actor: Actor,
  { settings, revision }: { readonly settings: StatusReplies | null; readonly revision: number },
  scopeOf: (tx: Tx) => Promise<Scope | Refused>,
): Saved {
  const { storeId, name } = actor
  const saved = await runAsStore(database, storeId, async (tx): Saved => {
    const scope = await scopeOf(tx)
    if (isRefused(scope)) return scope
    const at = clock.now()
    const { faq } = (await profileOfStore(tx, storeId, at)).reception
    const problems = settings === null ? [] : statusProblems(settings, faq)
    if (problems.length > 0) return { refused: 'STATUS_UNFIT', problems }
    const { accountId } = scope
    const next = { accountId, value: settings, revision, changedAt: at, changedBy: name }
    if (!(await saveSetting(tx, storeId, 'status_replies', next))) return { refused: 'SETTINGS_MOVED' }
    await recordAudit(tx, actor, {
      at,
      action: 'store_changed',
      subject: 'status_replies',
      details: {
        on: settings === null ? null : switchedOn(settings),
        ...(accountId !== null && { of: scope.name }),
      },
    })
    return statusDesk(tx, actor, at)
  })
  if (!isRefused(saved)) bus.publish({ type: 'store', storeId })
  return saved
}

function switchedOn(replies: StatusReplies): string {
  return Object.entries(replies)
    .flatMap(([name, { on }]) => (on ? [name] : []))
    .join(' ')
}
