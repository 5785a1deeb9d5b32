import Type, { type Static } from 'typebox'
import { closed, Instant, PublicId, ShownText } from '../field.ts'
import { Name } from './account.ts'

/** Bytes as base64url, as browsers give them. */
const Bytes = Type.String({ pattern: '^[A-Za-z0-9_-]+$', maxLength: 8_192 })

/** A passkey of one's own. */
export const Passkey = Type.Object(
  { id: PublicId, name: ShownText, createdAt: Instant, lastUsedAt: Type.Optional(Instant) },
  closed,
)
export type Passkey = Static<typeof Passkey>

/** `GET /api/v1/passkeys`: newest first. `DELETE /api/v1/passkeys/:id` takes one away and answers 204. */
export const PasskeyList = Type.Object({ passkeys: Type.Array(Passkey) }, closed)
export type PasskeyList = Static<typeof PasskeyList>

/** `POST /api/v1/passkeys/challenges`: who adds a way in shows that they know the password. 401 `WRONG_PASSWORD`. */
export const PasskeyWishBody = Type.Object(
  { password: Type.String({ minLength: 1, maxLength: 1_024 }) },
  closed,
)
export type PasskeyWishBody = Static<typeof PasskeyWishBody>

/** What a browser makes a passkey with. The challenge is good once, for five minutes, and for the session that asked. */
export const PasskeyWish = Type.Object(
  {
    challenge: Bytes,
    rp: Type.Object({ id: ShownText, name: ShownText }, closed),
    user: Type.Object({ id: Bytes, name: ShownText, displayName: ShownText }, closed),
    /** Those that exist: a device that holds one of them makes no second one. */
    known: Type.Array(Bytes),
  },
  closed,
)
export type PasskeyWish = Static<typeof PasskeyWish>

/** `POST /api/v1/passkeys`: what the device made of the wish. 422 `PASSKEY_UNFIT`. */
export const NewPasskeyBody = Type.Object(
  { name: Name, id: Bytes, clientDataJSON: Bytes, attestationObject: Bytes },
  closed,
)
export type NewPasskeyBody = Static<typeof NewPasskeyBody>

/** `POST /api/v1/passkeys/:id`: another name for it. */
export const PasskeyNameBody = Type.Object({ name: Name }, closed)
export type PasskeyNameBody = Static<typeof PasskeyNameBody>

/** `POST /api/v1/session/passkey/challenges`: good once, for five minutes, and from the address that asked. */
export const PasskeyChallenge = Type.Object({ challenge: Bytes, rpId: ShownText }, closed)
export type PasskeyChallenge = Static<typeof PasskeyChallenge>

/** `POST /api/v1/session/passkey`: signs in, like a password. 401 `PASSKEY_UNKNOWN`. */
export const PasskeyProofBody = Type.Object(
  { id: Bytes, clientDataJSON: Bytes, authenticatorData: Bytes, signature: Bytes },
  closed,
)
export type PasskeyProofBody = Static<typeof PasskeyProofBody>
