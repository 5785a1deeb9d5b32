import Type, { type Static } from 'typebox'
import { closed, Instant, PublicId, ShownText } from '../field.ts'
import { Email, LinkToken, Name, Password, Role } from './account.ts'

/** A role that somebody can be given; there is one owner, who hands it over. */
export const GivenRole = Type.Union([
  Type.Literal('admin'),
  Type.Literal('service_admin'),
  Type.Literal('agent'),
])
export type GivenRole = Static<typeof GivenRole>

export const ListedAccount = Type.Object(
  {
    id: PublicId,
    name: ShownText,
    email: ShownText,
    role: Role,
    createdAt: Instant,
    lastSeenAt: Type.Optional(Instant),
    disabledAt: Type.Optional(Instant),
  },
  closed,
)
export type ListedAccount = Static<typeof ListedAccount>

export const Invitation = Type.Object(
  {
    id: PublicId,
    email: ShownText,
    role: GivenRole,
    inviter: ShownText,
    madeAt: Instant,
    expiresAt: Instant,
  },
  closed,
)
export type Invitation = Static<typeof Invitation>

/** `GET /api/v1/accounts` */
export const People = Type.Object(
  { accounts: Type.Array(ListedAccount), invitations: Type.Array(Invitation) },
  closed,
)
export type People = Static<typeof People>

/** `POST /api/v1/accounts/:id`: what is left out stays. */
export const AccountChanges = Type.Object(
  {
    name: Type.Optional(Name),
    role: Type.Optional(GivenRole),
    disabled: Type.Optional(Type.Boolean()),
  },
  { ...closed, minProperties: 1 },
)
export type AccountChanges = Static<typeof AccountChanges>

/** `POST /api/v1/accounts/:id/ownership`, with the owner's password. */
export const OwnershipBody = Type.Object(
  { password: Type.String({ minLength: 1, maxLength: 1_024 }) },
  closed,
)
export type OwnershipBody = Static<typeof OwnershipBody>

/** `POST /api/v1/invitations` */
export const InviteBody = Type.Object({ email: Email, role: GivenRole }, closed)
export type InviteBody = Static<typeof InviteBody>

/** A link that works once. It is shown this once; `mailed`: it is also on its way to its address. */
export const SecretLink = Type.Object(
  { link: Type.String({ maxLength: 2_000 }), expiresAt: Instant, mailed: Type.Boolean() },
  closed,
)
export type SecretLink = Static<typeof SecretLink>

/** `POST /api/v1/invitations/look`: the token is in no address, so that it is in no log. */
export const InvitationToken = Type.Object({ token: LinkToken }, closed)
export type InvitationToken = Static<typeof InvitationToken>
/** `known`: this e-mail signs in here already, and accepts with its own password. */
export const InvitationShown = Type.Object(
  { store: ShownText, email: ShownText, role: GivenRole, expiresAt: Instant, known: Type.Boolean() },
  closed,
)
export type InvitationShown = Static<typeof InvitationShown>

/** `POST /api/v1/invitations/accept`: makes the account and signs in. */
export const AcceptBody = Type.Object({ token: LinkToken, name: Name, password: Password }, closed)
export type AcceptBody = Static<typeof AcceptBody>

/** `POST /api/v1/password-resets`: the same answer whoever asks for whomever. */
export const ResetRequest = Type.Object({ email: Email }, closed)
export type ResetRequest = Static<typeof ResetRequest>
/** `mails`: this server sends mail at all. */
export const ResetRequested = Type.Object({ mails: Type.Boolean() }, closed)
export type ResetRequested = Static<typeof ResetRequested>

/** `POST /api/v1/password-resets/use`: ends all sessions of the person and answers 204. */
export const ResetBody = Type.Object({ token: LinkToken, password: Password }, closed)
export type ResetBody = Static<typeof ResetBody>
