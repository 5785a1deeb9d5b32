import Type, { type Static } from 'typebox'
import { closed, Instant, ShownText } from '../field.ts'

/** Why a mail server has not taken a letter yet, or never will. */
export const LETTER_REASONS = [
  'server_away',
  'server_busy',
  'sign_in_refused',
  'address_refused',
  'letter_refused',
] as const
export type LetterReason = (typeof LETTER_REASONS)[number]

/** A letter in an address. */
export const LetterId = Type.String({ pattern: '^[1-9][0-9]{0,14}$' })

/**
 * A letter of the store that was tried and did not arrive. It is tried again at `nextAt`; without one it was given up. `again`: it can be
 * sent again, which is so until a day after it was queued.
 */
export const Letter = Type.Object(
  {
    id: Type.Integer({ minimum: 1 }),
    to: ShownText,
    subject: ShownText,
    queuedAt: Instant,
    tries: Type.Integer({ minimum: 1 }),
    reason: Type.Enum([...LETTER_REASONS]),
    nextAt: Type.Optional(Instant),
    again: Type.Boolean(),
  },
  closed,
)
export type Letter = Static<typeof Letter>

/** `GET /api/v1/letters`: whether this server sends mail at all, and which letters did not arrive, newest first. */
export const LetterList = Type.Object({ sending: Type.Boolean(), letters: Type.Array(Letter) }, closed)
export type LetterList = Static<typeof LetterList>
