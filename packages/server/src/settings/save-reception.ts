import { settingsProblems, type SettingsProblem } from '@shopbell/engine'
import type { ReceptionDesk, ReceptionSettings } from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import { recordAudit } from '../accounts/record-audit.ts'
import { isRefused, type Refused } from '../reception/refused.ts'
import { settingsOf, saveSetting } from '../store/settings.ts'
import { changeSettings } from './change-settings.ts'
import { receptionDesk } from './reception-desk.ts'
import { accountIn, type ScopedSave } from './setting-scope.ts'
import type { Settings } from './settings.ts'
import { stampExceptions } from './stamp-exceptions.ts'

/** A refusal that says what of the settings is unfit. */
export interface HoursRefused extends Refused {
  readonly problems?: readonly SettingsProblem[]
}

/** Saves the reception settings of a scope, if they are still those of `revision` (PRM-01, SCH-05). */
export async function saveReception(
  parts: Settings,
  actor: Actor,
  { scope, settings, revision }: ScopedSave<ReceptionSettings>,
): Promise<ReceptionDesk | HoursRefused> {
  const problems = settings === null ? [] : settingsProblems(settings)
  if (problems.length > 0) return { refused: 'HOURS_UNFIT', problems }
  const { storeId, name } = actor
  return changeSettings(parts, actor, async (tx, self): Promise<ReceptionDesk | Refused> => {
    const found = await accountIn(tx, self, scope)
    if (isRefused(found)) return found
    const at = parts.clock.now()
    const accountId = found.account?.id ?? null
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
        ...(found.account && { of: found.account.name }),
      },
    })
    return receptionDesk(tx, actor)
  })
}
