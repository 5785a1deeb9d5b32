import { settingsProblems, type SettingsProblem } from '@shopbell/engine'
import type { OwnReceptionBody, ReceptionBody, ReceptionDesk, ReceptionSettings } from '@shopbell/protocol'
import { actingOn, stillActing } from '../accounts/acting.ts'
import type { Actor } from '../accounts/actor.ts'
import { recordAudit } from '../accounts/record-audit.ts'
import { isRefused, type Refused } from '../reception/refused.ts'
import type { Tx } from '../store/database.ts'
import { settingsOf, saveSetting } from '../store/settings.ts'
import { runAsStore } from '../store/run-as.ts'
import { receptionDesk } from './reception-desk.ts'
import type { Settings } from './settings.ts'
import { stampExceptions } from './stamp-exceptions.ts'

/** A refusal that says what of the settings is unfit. */
export interface HoursRefused extends Refused {
  readonly problems?: readonly SettingsProblem[]
}

type Saved = Promise<ReceptionDesk | HoursRefused>

/** Saves the store's reception settings, if they are still those of `revision` (PRM-01). Live on every node within seconds (PUB-10). */
export function saveStoreReception(parts: Settings, actor: Actor, body: ReceptionBody): Saved {
  return save(parts, actor, body, (tx) => storeScope(tx, actor))
}

/** Saves the actor's own; `settings` null follows the store again (SCH-05, PRM-04). */
export function saveMyReception(parts: Settings, actor: Actor, body: OwnReceptionBody): Saved {
  return save(parts, actor, body, async (tx) => {
    const self = await stillActing(tx, actor)
    return self === null ? { refused: 'FORBIDDEN' } : { accountId: self.id, name: self.name }
  })
}

/** Saves another account's, for who keeps the robot (PRM-04). */
export function saveAccountReception(
  parts: Settings,
  actor: Actor,
  publicId: string,
  body: OwnReceptionBody,
): Saved {
  return save(parts, actor, body, async (tx) => {
    const acting = await actingOn(tx, actor, publicId)
    if (typeof acting === 'string') return { refused: acting }
    return { accountId: acting.other.id, name: acting.other.name }
  })
}

/** Whose settings are saved. */
interface Scope {
  readonly accountId: number | null
  readonly name: string
}

async function storeScope(tx: Tx, actor: Actor): Promise<Scope | Refused> {
  return (await stillActing(tx, actor)) === null ? { refused: 'FORBIDDEN' } : { accountId: null, name: '' }
}

async function save(
  { database, clock, bus }: Settings,
  actor: Actor,
  { settings, revision }: { readonly settings: ReceptionSettings | null; readonly revision: number },
  scopeOf: (tx: Tx) => Promise<Scope | Refused>,
): Saved {
  const problems = settings === null ? [] : settingsProblems(settings)
  if (problems.length > 0) return { refused: 'HOURS_UNFIT', problems }
  const { storeId, name } = actor
  const saved = await runAsStore(database, storeId, async (tx): Promise<ReceptionDesk | Refused> => {
    const scope = await scopeOf(tx)
    if (isRefused(scope)) return scope
    const at = clock.now()
    const { accountId } = scope
    const kept = await settingsOf(tx, storeId, 'reception')
    const before = kept.find((one) => one.accountId === accountId)?.value ?? null
    const value = settings === null ? null : stampExceptions(settings, before, { at, by: name })
    const written = await saveSetting(tx, storeId, 'reception', {
      ...{ accountId, value, revision, changedAt: at, changedBy: name },
    })
    if (!written) return { refused: 'SETTINGS_MOVED' }
    await recordAudit(tx, actor, {
      at,
      action: 'store_changed',
      subject: 'reception',
      details: {
        from: before?.mode ?? null,
        to: value?.mode ?? null,
        ...(accountId !== null && { of: scope.name }),
      },
    })
    return receptionDesk(tx, actor)
  })
  if (!isRefused(saved)) bus.publish({ type: 'store', storeId })
  return saved
}
