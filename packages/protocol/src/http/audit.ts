import Type, { type Static } from 'typebox'
import { closed, Instant, ShownText } from '../field.ts'

/** What the log of a store tells of: every change of a setting, every export, every way in (PRM-07). */
export const AUDIT_ACTIONS = [
  'signed_in',
  'sign_in_failed',
  'session_ended',
  'password_changed',
  'password_reset',
  'passkey_added',
  'passkey_removed',
  'reset_link_made',
  'invited',
  'invitation_withdrawn',
  'invitation_accepted',
  'account_renamed',
  'role_changed',
  'account_disabled',
  'account_enabled',
  'ownership_handed_over',
  'api_token_created',
  'api_token_revoked',
  'webhook_created',
  'webhook_changed',
  'webhook_secret_made',
  'webhook_switched_off',
  'webhook_removed',
  'store_created',
  'store_changed',
  'flow_imported',
  'flow_published',
  'flow_restored',
  'buyer_exported',
  'buyer_erased',
  'answers_exported',
  'products_imported',
  'products_pinned',
  'product_removed',
  'categories_changed',
  'answer_wanted',
  'answer_not_wanted',
] as const

export const AuditAction = Type.Enum([...AUDIT_ACTIONS])
export type AuditAction = (typeof AUDIT_ACTIONS)[number]

/** Small facts beside an action, such as `{ from: 'agent', to: 'admin' }`. Never a secret, never a buyer's words. */
export const AuditDetails = Type.Record(
  Type.String(),
  Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()]),
)
export type AuditDetails = Static<typeof AuditDetails>

/**
 * `GET /api/v1/audit?before=&action=&limit=`: newest first. `next` is the `before` of the page below; left out on the last one. Without
 * `actor` it was the system, or somebody who is not known. Addresses are kept for seven days.
 */
export const AuditEntry = Type.Object(
  {
    id: Type.Integer(),
    at: Instant,
    action: AuditAction,
    actor: Type.Optional(ShownText),
    subject: Type.Optional(ShownText),
    details: Type.Optional(AuditDetails),
    address: Type.Optional(ShownText),
  },
  closed,
)
export type AuditEntry = Static<typeof AuditEntry>
export const AuditLog = Type.Object(
  { entries: Type.Array(AuditEntry), next: Type.Optional(Type.Integer()) },
  closed,
)
export type AuditLog = Static<typeof AuditLog>
