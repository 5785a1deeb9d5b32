import Type, { type Static } from 'typebox'
import { closed, Instant, PublicId, ShownText } from '../field.ts'
import { Name } from './account.ts'
import { TOKEN_SCOPES, TokenScope } from './token-scope.ts'

const Scopes = Type.Array(TokenScope, { minItems: 1, maxItems: TOKEN_SCOPES.length, uniqueItems: true })

/**
 * `GET /api/v1/api-tokens` and, with `token` shown this once, `POST /api/v1/api-tokens`. `DELETE /api/v1/api-tokens/:id` takes one
 * back and answers 204. Without `expiresAt` a token works until it is taken back.
 */
export const ApiToken = Type.Object(
  {
    id: PublicId,
    name: ShownText,
    scopes: Type.Array(TokenScope),
    createdAt: Instant,
    expiresAt: Type.Optional(Instant),
    lastUsedAt: Type.Optional(Instant),
  },
  closed,
)
export type ApiToken = Static<typeof ApiToken>

/** `POST /api/v1/api-tokens`. The expiry is a number of days, so that a client's clock does not matter. */
export const ApiTokenBody = Type.Object(
  {
    name: Name,
    scopes: Scopes,
    expiresInDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 3_650 })),
  },
  closed,
)
export type ApiTokenBody = Static<typeof ApiTokenBody>

export const ApiTokenCreated = Type.Object({ ...ApiToken.properties, token: Type.String() }, closed)
export type ApiTokenCreated = Static<typeof ApiTokenCreated>
export const ApiTokenList = Type.Object({ tokens: Type.Array(ApiToken) }, closed)
export type ApiTokenList = Static<typeof ApiTokenList>
