import Type, { type Static } from 'typebox'
import { closed, Instant, PublicId, ShownText } from '../field.ts'
import { RuleBookChoice } from './rule-book.ts'

export const Name = Type.String({ minLength: 1, maxLength: 80 })
export const Email = Type.String({ minLength: 3, maxLength: 254, pattern: '^[^\\s@]+@[^\\s@]+$' })
/** At least 12 characters, no composition rules (ASVS 6.2). */
export const Password = Type.String({ minLength: 12, maxLength: 1_024 })

/** The secret part of a link that works once. */
export const LinkToken = Type.String({ minLength: 20, maxLength: 200 })

/** `GET /api/v1/setup` */
export const SetupState = Type.Object({ needed: Type.Boolean() }, closed)
export type SetupState = Static<typeof SetupState>

/** `POST /api/v1/setup` with the token of the one-time link: creates the owner's account and signs in. */
export const SetupBody = Type.Object(
  { token: LinkToken, name: Name, email: Email, password: Password },
  closed,
)
export type SetupBody = Static<typeof SetupBody>

/** `POST /api/v1/session`: sign in. */
export const SignInBody = Type.Object(
  { email: Email, password: Type.String({ minLength: 1, maxLength: 1_024 }) },
  closed,
)
export type SignInBody = Static<typeof SignInBody>

export const Role = Type.Union([
  Type.Literal('owner'),
  Type.Literal('admin'),
  Type.Literal('service_admin'),
  Type.Literal('agent'),
])
export type Role = Static<typeof Role>

/** `GET /api/v1/session`, and the answer to setup and sign-in. */
export const SignedIn = Type.Object(
  {
    account: Type.Object({ id: PublicId, name: ShownText, email: ShownText, role: Role }, closed),
    store: Type.Object(
      {
        id: PublicId,
        name: ShownText,
        /** The rule book of today (PRF-02). */
        ruleBook: RuleBookChoice,
        /** How long the day lasts; then another rule book may hold, and the session is read again. A duration, for clocks go wrong. */
        ruleBookHoldsMs: Type.Integer({ minimum: 1 }),
        defaultLocale: ShownText,
      },
      closed,
    ),
  },
  closed,
)
export type SignedIn = Static<typeof SignedIn>

/** `POST /api/v1/socket-tickets`: good once, for thirty seconds. */
export const SocketTicket = Type.Object({ ticket: Type.String(), expiresAt: Instant }, closed)
export type SocketTicket = Static<typeof SocketTicket>
