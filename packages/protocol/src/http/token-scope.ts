import Type, { type Static } from 'typebox'

/**
 * What an API token can be let do, in the order in which people read them. A token does what its scopes and the role of its account
 * both allow. A scope is never renamed: tokens keep them.
 */
export const TOKEN_SCOPES = [
  'flow:read',
  'flow:write',
  'flow:publish',
  'conversations:read',
  'conversations:write',
  'answers:read',
  'buyers:export',
  'buyers:erase',
  'catalogue:read',
  'catalogue:write',
  'orders:read',
  'orders:write',
  'settings:read',
  'settings:write',
  'webhooks:read',
  'webhooks:write',
] as const

export const TokenScope = Type.Enum([...TOKEN_SCOPES])
export type TokenScope = Static<typeof TokenScope>
