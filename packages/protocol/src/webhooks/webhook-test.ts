import Type, { type Static } from 'typebox'
import { closed, PublicId } from '../field.ts'
import { envelope } from './envelope.ts'

/** Somebody asked for a test. It comes to the asked endpoint whatever it listens to, also when that is switched off, and once. */
export const WebhookTest = envelope(
  'webhook.test',
  Type.Object({ store: PublicId, webhook: PublicId }, closed),
)
export type WebhookTest = Static<typeof WebhookTest>
