import Type, { type Static } from 'typebox'
import { closed } from '../field.ts'
import { localText } from './local-text.ts'
import { accountSettingBody, settingsOfAccount, settingsOfStore } from './scoped-setting.ts'
import { settingBody } from './setting-desk.ts'

/** Longest wait before a status reply (STS-11). */
export const MAX_STATUS_DELAY_S = 600
export const MAX_CLOSING_PHRASES = 200
/** A guard; what fits is counted in characters by the rule book. */
const MAX_REPLY_UNITS = 4_000
const MAX_PHRASE_UNITS = 60

/** One reply: whether it is given, its words, and how long it waits whether a person is faster. */
export const StatusReplySetting = Type.Object(
  {
    on: Type.Boolean(),
    text: localText(MAX_REPLY_UNITS),
    delaySeconds: Type.Integer({ minimum: 0, maximum: MAX_STATUS_DELAY_S }),
  },
  closed,
)
export type StatusReplySetting = Static<typeof StatusReplySetting>

/** What the robot says for a person: at a buyer's first message, while busy, to thanks, and when nobody is there (STS-01…03, STS-10). */
export const StatusReplies = Type.Object(
  {
    first: StatusReplySetting,
    busy: StatusReplySetting,
    closing: StatusReplySetting,
    away: StatusReplySetting,
  },
  closed,
)
export type StatusReplies = Static<typeof StatusReplies>

const OFF: StatusReplySetting = { on: false, text: '', delaySeconds: 0 }

/** What a store has before anybody wrote something. */
export const DEFAULT_STATUS_REPLIES: StatusReplies = { first: OFF, busy: OFF, closing: OFF, away: OFF }

/**
 * `GET /api/v1/settings/status-replies`: the store's, which accounts follow, and those of accounts: of all for who keeps the robot,
 * else one's own (PRM-04). `answerMax`: the most characters of a reply, by the store's rule book.
 */
export const StatusDesk = Type.Object(
  {
    keeper: Type.Boolean(),
    answerMax: Type.Integer({ minimum: 1 }),
    store: settingsOfStore(StatusReplies),
    accounts: Type.Array(settingsOfAccount(StatusReplies), { maxItems: 500 }),
  },
  closed,
)
export type StatusDesk = Static<typeof StatusDesk>

/** `POST /api/v1/settings/status-replies`: all of the store's at once, and the revision they were changed from. */
export const StatusBody = settingBody(StatusReplies)
export type StatusBody = Static<typeof StatusBody>

/** `POST /api/v1/settings/status-replies/mine` and `/accounts/:id`: an account's own; null: it follows the store from now on. */
export const OwnStatusBody = accountSettingBody(StatusReplies)
export type OwnStatusBody = Static<typeof OwnStatusBody>

/** What the store takes for thanks or a goodbye (STS-07); `phrases` null: the list that every store begins with. */
export const ClosingPhrases = Type.Object(
  {
    phrases: Type.Union([
      Type.Array(Type.String({ minLength: 1, maxLength: MAX_PHRASE_UNITS }), {
        maxItems: MAX_CLOSING_PHRASES,
      }),
      Type.Null(),
    ]),
  },
  closed,
)
export type ClosingPhrases = Static<typeof ClosingPhrases>
