import Type, { type Static, type TSchema } from 'typebox'
import { closed, Instant, ShownText } from '../field.ts'

const Revision = Type.Integer({ minimum: 0 })

/**
 * What a page of settings reads, and reads again after it saved: `revision` grows with every save (0: nobody ever saved);
 * `changedAt` and `changedBy` are left out until then. `mayChange`: whether who asks may save.
 */
export function settingDesk<Settings extends TSchema>(settings: Settings) {
  return Type.Object(
    {
      settings,
      revision: Revision,
      mayChange: Type.Boolean(),
      changedAt: Type.Optional(Instant),
      changedBy: Type.Optional(ShownText),
    },
    closed,
  )
}

/** What a page of settings saves: all of them at once, and the revision they were changed from. */
export function settingBody<Settings extends TSchema>(settings: Settings) {
  return Type.Object({ settings, revision: Revision }, closed)
}

/** The same shapes for settings of any kind. */
export type SettingDesk<Settings> = Omit<Static<ReturnType<typeof settingDesk>>, 'settings'> & {
  settings: Settings
}
export interface SettingBody<Settings> {
  settings: Settings
  revision: number
}
