import { DEFAULT_RECEPTION_SETTINGS, type ReceptionDesk } from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import { recordAudit } from '../accounts/record-audit.ts'
import type { Refused } from '../reception/refused.ts'
import { accountsOfStore } from '../store/accounts.ts'
import { settingsOf, saveSetting } from '../store/settings.ts'
import { changeSettings } from './change-settings.ts'
import { receptionDesk } from './reception-desk.ts'
import type { Settings } from './settings.ts'

/** Gives the store's reception settings to accounts as their own: to all that are named, or to none (SCH-05). */
export function copyReception(
  parts: Settings,
  actor: Actor,
  to: readonly string[],
): Promise<ReceptionDesk | Refused> {
  const { storeId, name } = actor
  return changeSettings(parts, actor, async (tx): Promise<ReceptionDesk | Refused> => {
    const at = parts.clock.now()
    const kept = await settingsOf(tx, storeId, 'reception')
    const value = kept.find(({ accountId }) => accountId === null)?.value ?? DEFAULT_RECEPTION_SETTINGS
    const accounts = await accountsOfStore(tx, storeId)
    const chosen = accounts.filter(({ publicId }) => to.includes(publicId))
    if (chosen.length < new Set(to).size) return { refused: 'NOT_FOUND' }
    for (const account of chosen) {
      const revision = kept.find(({ accountId }) => accountId === account.id)?.revision ?? 0
      await saveSetting(tx, storeId, 'reception', {
        ...{ accountId: account.id, value, revision, changedAt: at, changedBy: name },
      })
      const details = { copied: true, of: account.name }
      await recordAudit(tx, actor, { at, action: 'store_changed', subject: 'reception', details })
    }
    return receptionDesk(tx, actor)
  })
}
