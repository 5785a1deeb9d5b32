import Type, { type TSchema } from 'typebox'
import { closed, Instant, PublicId, ShownText } from '../field.ts'
import { settingBody } from './setting-desk.ts'

/** `revision` grows with every save; 0: nobody ever saved, and when and by whom is left out. */
const Saved = {
  revision: Type.Integer({ minimum: 0 }),
  changedAt: Type.Optional(Instant),
  changedBy: Type.Optional(ShownText),
}

/** The store's settings of an area in which accounts may have their own; those that have none follow them. */
export function settingsOfStore<Settings extends TSchema>(settings: Settings) {
  return Type.Object({ settings, ...Saved }, closed)
}

/** One account, and the settings it has of its own; null: it follows the store. */
export function settingsOfAccount<Settings extends TSchema>(settings: Settings) {
  return Type.Object(
    {
      id: PublicId,
      name: ShownText,
      self: Type.Boolean(),
      settings: Type.Union([settings, Type.Null()]),
      ...Saved,
    },
    closed,
  )
}

/** What saves an account's own, and the revision they were changed from; null: it follows the store from now on. */
export function accountSettingBody<Settings extends TSchema>(settings: Settings) {
  return settingBody(Type.Union([settings, Type.Null()]))
}
