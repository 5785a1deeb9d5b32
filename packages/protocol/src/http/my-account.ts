import Type, { type Static } from 'typebox'
import { closed, Instant, PublicId, ShownText } from '../field.ts'
import { Name, Password, Role } from './account.ts'

/** `POST /api/v1/account`: what colleagues and buyers of this store call you. */
export const MyNameBody = Type.Object({ name: Name }, closed)
export type MyNameBody = Static<typeof MyNameBody>

/** `POST /api/v1/account/password`: signs out all your other browsers. */
export const MyPasswordBody = Type.Object(
  { current: Type.String({ minLength: 1, maxLength: 1_024 }), password: Password },
  closed,
)
export type MyPasswordBody = Static<typeof MyPasswordBody>

/** A browser in which you are signed in. */
export const MySession = Type.Object(
  {
    id: PublicId,
    /** The `User-Agent`, as it was sent. */
    browser: Type.Optional(ShownText),
    address: Type.Optional(ShownText),
    store: ShownText,
    createdAt: Instant,
    lastSeenAt: Instant,
    /** The one that asks. */
    here: Type.Boolean(),
  },
  closed,
)
export type MySession = Static<typeof MySession>

/**
 * `GET /api/v1/account/sessions`; `DELETE /api/v1/account/sessions/:id` ends one, `DELETE /api/v1/account/sessions` all but the one
 * that asks.
 */
export const MySessions = Type.Object({ sessions: Type.Array(MySession) }, closed)
export type MySessions = Static<typeof MySessions>

/** `GET /api/v1/stores`: where you have an account. `POST /api/v1/session/store` goes to one of them. */
export const MyStore = Type.Object(
  { id: PublicId, name: ShownText, role: Role, here: Type.Boolean() },
  closed,
)
export type MyStore = Static<typeof MyStore>
export const MyStores = Type.Object({ stores: Type.Array(MyStore) }, closed)
export type MyStores = Static<typeof MyStores>
export const SwitchStoreBody = Type.Object({ store: PublicId }, closed)
export type SwitchStoreBody = Static<typeof SwitchStoreBody>
