import Type, { type Static } from 'typebox'
import { closed, PublicId } from '../field.ts'
import { ReceptionSettings } from './reception-settings.ts'
import { accountSettingBody, settingsOfAccount, settingsOfStore } from './scoped-setting.ts'
import { settingBody } from './setting-desk.ts'

/**
 * `GET /api/v1/settings/reception`: the store's settings, which accounts follow, and those of accounts: of all for who keeps the
 * robot, else one's own. `revision` grows with every save; 0: nobody ever saved.
 */
export const ReceptionDesk = Type.Object(
  {
    /** What a `timeZone` of null means. */
    storeZone: Type.String(),
    /** Whether who asks may change the store's, and other accounts'. */
    keeper: Type.Boolean(),
    store: settingsOfStore(ReceptionSettings),
    accounts: Type.Array(settingsOfAccount(ReceptionSettings), { maxItems: 500 }),
  },
  closed,
)
export type ReceptionDesk = Static<typeof ReceptionDesk>

/** `POST /api/v1/settings/reception`: all settings of the store at once, and the revision they were changed from. */
export const ReceptionBody = settingBody(ReceptionSettings)
export type ReceptionBody = Static<typeof ReceptionBody>

/** `POST /api/v1/settings/reception/mine` and `/accounts/:id`: an account's own; null: it follows the store from now on. */
export const OwnReceptionBody = accountSettingBody(ReceptionSettings)
export type OwnReceptionBody = Static<typeof OwnReceptionBody>

/** `POST /api/v1/settings/reception/copies`: gives the store's settings to these accounts as their own. */
export const ReceptionCopies = Type.Object(
  { to: Type.Array(PublicId, { minItems: 1, maxItems: 500 }) },
  closed,
)
export type ReceptionCopies = Static<typeof ReceptionCopies>
