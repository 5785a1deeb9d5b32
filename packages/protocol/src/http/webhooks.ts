import Type, { type Static } from 'typebox'
import { closed, Instant, PublicId, ShownText } from '../field.ts'
import { WebhookEventType } from '../webhooks/event-type.ts'

/** Endpoints that one store may have. */
export const MAX_WEBHOOKS = 10
export const MAX_WEBHOOK_URL = 2_000
export const MAX_WEBHOOK_NAME = 80

const Url = Type.String({ minLength: 1, maxLength: MAX_WEBHOOK_URL })
const Name = Type.String({ maxLength: MAX_WEBHOOK_NAME })
const Events = Type.Array(WebhookEventType, { minItems: 1, maxItems: 20, uniqueItems: true })

/** Why the server switched an endpoint off: it answered 410 Gone, or nothing arrived there for days. */
export const WebhookOff = Type.Union([Type.Literal('gone'), Type.Literal('failing')])
export type WebhookOff = Static<typeof WebhookOff>

/** An endpoint of the store. Its secrets are shown when they are made, and never again. */
export const Webhook = Type.Object(
  {
    id: PublicId,
    name: Name,
    url: Url,
    events: Events,
    active: Type.Boolean(),
    /** The server switched it off. */
    off: Type.Optional(WebhookOff),
    createdAt: Instant,
    /** Nothing has arrived since. */
    failingSince: Type.Optional(Instant),
    /** Until then what is sent carries the signature of the secret before, too. */
    oldSecretUntil: Type.Optional(Instant),
    /** Deliveries that wait, and those that were given up. */
    waiting: Type.Integer({ minimum: 0 }),
    dead: Type.Integer({ minimum: 0 }),
  },
  closed,
)
export type Webhook = Static<typeof Webhook>

/** `GET /api/v1/webhooks`: the oldest first. */
export const WebhookList = Type.Object({ webhooks: Type.Array(Webhook) }, closed)
export type WebhookList = Static<typeof WebhookList>

/** `POST /api/v1/webhooks`: `WEBHOOK_URL_REFUSED` where nothing may be sent there, `WEBHOOKS_FULL` where there are ten. */
export const WebhookBody = Type.Object({ name: Type.Optional(Name), url: Url, events: Events }, closed)
export type WebhookBody = Static<typeof WebhookBody>

const Secret = Type.String({ pattern: '^whsec_[A-Za-z0-9+/]{32,88}={0,2}$' })
/** `secret` is shown this once. */
export const WebhookCreated = Type.Object({ webhook: Webhook, secret: Secret }, closed)
export type WebhookCreated = Static<typeof WebhookCreated>

/** `PATCH /api/v1/webhooks/:id`: what is left out stays. Switching it on forgets why the server had switched it off. */
export const WebhookChanges = Type.Object(
  {
    name: Type.Optional(Name),
    url: Type.Optional(Url),
    events: Type.Optional(Events),
    active: Type.Optional(Type.Boolean()),
  },
  { ...closed, minProperties: 1 },
)
export type WebhookChanges = Static<typeof WebhookChanges>

/** `POST /api/v1/webhooks/:id/secret`: for a day both are signed with, so that the receiver can change over. */
export const WebhookSecret = Type.Object({ secret: Secret, oldSecretUntil: Instant }, closed)
export type WebhookSecret = Static<typeof WebhookSecret>

export const DeliveryState = Type.Union([
  Type.Literal('waiting'),
  Type.Literal('delivered'),
  Type.Literal('dead'),
])
export type DeliveryState = Static<typeof DeliveryState>

/**
 * Why an attempt failed where no answer came. Of the receiver’s certificate: `certificate_name`, it is for another name;
 * `certificate_dates`, it has expired or does not hold yet; `certificate_authority`, it signs itself, or is of an authority that this
 * server does not know; `tls_failed`, all else that keeps the two from a safe connection. `no_secret`: the server has no key that opens
 * the secret to sign with.
 */
export const DELIVERY_FAULTS = [
  'refused_address',
  'unknown_host',
  'no_connection',
  'certificate_name',
  'certificate_dates',
  'certificate_authority',
  'tls_failed',
  'too_slow',
  'no_secret',
] as const
export const DeliveryFault = Type.Enum([...DELIVERY_FAULTS])
export type DeliveryFault = (typeof DELIVERY_FAULTS)[number]

/** A delivery in an address. */
export const DeliveryId = Type.String({ pattern: '^[1-9][0-9]{0,14}$' })

/**
 * One event on its way to one endpoint. `event` is the `webhook-id` that the receiver sees, at every attempt the same. `status` and
 * `excerpt` are of the last answer; without one, `fault` says why none came.
 */
export const Delivery = Type.Object(
  {
    id: Type.Integer({ minimum: 1 }),
    event: Type.String({ maxLength: 64 }),
    type: Type.Union([WebhookEventType, Type.Literal('webhook.test')]),
    conversation: Type.Optional(PublicId),
    at: Instant,
    state: DeliveryState,
    attempts: Type.Integer({ minimum: 0 }),
    triedAt: Type.Optional(Instant),
    nextAt: Type.Optional(Instant),
    status: Type.Optional(Type.Integer({ minimum: 100, maximum: 999 })),
    fault: Type.Optional(DeliveryFault),
    excerpt: Type.Optional(ShownText),
  },
  closed,
)
export type Delivery = Static<typeof Delivery>

/** `GET /api/v1/webhooks/:id/deliveries?state=&before=&limit=`: the newest first; `next` is the `before` of the page below. */
export const DeliveryList = Type.Object(
  { deliveries: Type.Array(Delivery), next: Type.Optional(Type.Integer({ minimum: 1 })) },
  closed,
)
export type DeliveryList = Static<typeof DeliveryList>

/** `POST /api/v1/webhooks/:id/test`: the test is on its way; its delivery tells what became of it. */
export const WebhookTested = Type.Object({ delivery: Type.Integer({ minimum: 1 }) }, closed)
export type WebhookTested = Static<typeof WebhookTested>

/** `POST /api/v1/webhooks/:id/deliveries/again`: every one that was given up for an event at `since` or later, a thousand at most. */
export const RedeliverBody = Type.Object({ since: Instant }, closed)
export type RedeliverBody = Static<typeof RedeliverBody>
export const Redelivered = Type.Object({ count: Type.Integer({ minimum: 0 }) }, closed)
export type Redelivered = Static<typeof Redelivered>
