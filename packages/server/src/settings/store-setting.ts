import type { FlowProblem, SettingBody, SettingDesk } from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import { recordAudit } from '../accounts/record-audit.ts'
import type { Refused } from '../reception/refused.ts'
import type { Tx } from '../store/database.ts'
import { runAsStore } from '../store/run-as.ts'
import { saveSetting, settingsOf } from '../store/settings.ts'
import type { SettingArea, SettingAreas } from '../store/settings-schema.ts'
import { changeSettings } from './change-settings.ts'
import { keepsRobot } from '../accounts/keeps-robot.ts'
import type { Settings } from './settings.ts'

/** An area of settings that a store has as a whole: what it begins with, who may change it, and what is no setting of it. */
export interface StoreSetting<Area extends SettingArea> {
  readonly area: Area
  /** What a store has that never saved any. */
  readonly initial: SettingAreas[Area]
  /** Only owner and admins may change it (PRM-01); else every account may (PRM-02). */
  readonly keepersOnly: boolean
  /** Why these cannot be saved at an instant; null: they can. As the store. */
  readonly findUnfit: (
    tx: Tx,
    storeId: number,
    value: SettingAreas[Area],
    at: number,
  ) => Promise<SettingRefused | null>
}

/** A refusal that names what is unfit. */
export interface SettingRefused extends Refused {
  readonly message?: string
  readonly problems?: readonly FlowProblem[]
}

/** The store's settings of an area, for everybody who works there. */
export function readStoreSetting<Area extends SettingArea>(
  { database }: Pick<Settings, 'database'>,
  actor: Actor,
  setting: StoreSetting<Area>,
): Promise<SettingDesk<SettingAreas[Area]>> {
  return runAsStore(database, actor.storeId, (tx) => deskOf(tx, actor, setting))
}

/** Saves them, if they are still those of `revision`. Live on every node within seconds (PUB-10). */
export function saveStoreSetting<Area extends SettingArea>(
  parts: Settings,
  actor: Actor,
  setting: StoreSetting<Area>,
  { settings, revision }: SettingBody<SettingAreas[Area]>,
): Promise<SettingDesk<SettingAreas[Area]> | SettingRefused> {
  const { storeId, name } = actor
  const { area, keepersOnly, findUnfit } = setting
  if (keepersOnly && !keepsRobot(actor)) return Promise.resolve({ refused: 'FORBIDDEN' })
  return changeSettings(
    parts,
    actor,
    async (tx): Promise<SettingDesk<SettingAreas[Area]> | SettingRefused> => {
      const at = parts.clock.now()
      const unfit = await findUnfit(tx, storeId, settings, at)
      if (unfit !== null) return unfit
      const next = { accountId: null, value: settings, revision, changedAt: at, changedBy: name }
      if (!(await saveSetting(tx, storeId, area, next))) return { refused: 'SETTINGS_MOVED' }
      await recordAudit(tx, actor, { at, action: 'store_changed', subject: area })
      return deskOf(tx, actor, setting)
    },
  )
}

async function deskOf<Area extends SettingArea>(
  tx: Tx,
  actor: Actor,
  { area, initial, keepersOnly }: StoreSetting<Area>,
): Promise<SettingDesk<SettingAreas[Area]>> {
  const kept = (await settingsOf(tx, actor.storeId, area)).find(({ accountId }) => accountId === null)
  return {
    settings: kept?.value ?? initial,
    revision: kept?.revision ?? 0,
    mayChange: !keepersOnly || keepsRobot(actor),
    ...(kept === undefined ? {} : { changedAt: kept.changedAt, changedBy: kept.changedBy }),
  }
}
