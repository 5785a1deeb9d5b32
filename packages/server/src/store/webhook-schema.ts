import type { DeliveryFault, DeliveryState, Handling, WebhookEventType, WebhookOff } from '@shopbell/protocol'
import type { Generated } from 'kysely'
import type { JsonColumn } from './json-column.ts'

// Whom a store tells what, and what became of it.

export interface WebhookTable {
  readonly storeId: number
  readonly id: Generated<number>
  readonly publicId: string
  readonly name: string
  readonly url: string
  readonly events: JsonColumn<readonly WebhookEventType[]>
  readonly active: boolean
  /** Why the server switched it off. */
  readonly switchedOff: WebhookOff | null
  /** Nothing has arrived since. */
  readonly failingSince: number | null
  readonly createdAt: number
}

export interface WebhookSecretTable {
  readonly storeId: number
  readonly id: Generated<number>
  readonly webhookId: number
  readonly secret: string
  readonly madeAt: number
  /** Signed with until then; null: it is the newest. */
  readonly endsAt: number | null
}

/** What is to be told, by its keys: what a step did, or a version that was published. */
export interface WebhookNewsTable {
  readonly storeId: number
  readonly id: Generated<number>
  readonly at: number
  readonly conversationId: number | null
  readonly revision: number | null
  /** The messages of the step; null: it stored none. */
  readonly firstSeq: number | null
  readonly lastSeq: number | null
  /** The answers of the step, by seq and variable. */
  readonly answers: JsonColumn<readonly AnswerKey[]> | null
  /** Where handling changed. */
  readonly handlingBefore: Handling | null
  readonly handlingAfter: Handling | null
  readonly assigneeId: number | null
  readonly flowVersion: number | null
}

export type AnswerKey = readonly [seq: number, variable: string]

/** What an event is about, by its keys: its body is read when it is sent, so that nothing erased is told. */
export type EventSubject =
  | { readonly type: 'message.stored'; readonly seq: number }
  | { readonly type: 'answer.collected'; readonly seq: number; readonly variable: string }
  | {
      readonly type: 'conversation.handoff'
      readonly from: Handling
      readonly to: 'waiting' | 'human'
      readonly assigneeId: number | null
    }
  | { readonly type: 'conversation.closed'; readonly from: Handling }
  | { readonly type: 'flow.published'; readonly version: number }
  | { readonly type: 'webhook.test' }

export interface WebhookDeliveryTable {
  readonly storeId: number
  readonly id: Generated<number>
  readonly webhookId: number
  /** Deliveries of one lane go out one after the other: a conversation's key, 0 for the flow; below zero, one by itself. */
  readonly lane: number
  /** The event's id, the same for every endpoint and at every attempt. */
  readonly event: string
  readonly type: EventSubject['type']
  readonly subject: JsonColumn<EventSubject>
  readonly conversationId: number | null
  readonly at: number
  readonly state: Generated<DeliveryState>
  readonly attempts: Generated<number>
  readonly triedAt: Generated<number | null>
  readonly nextAt: Generated<number | null>
  readonly status: Generated<number | null>
  readonly fault: Generated<DeliveryFault | null>
  readonly excerpt: Generated<string | null>
}

export interface WebhookLaneTable {
  readonly storeId: number
  readonly webhookId: number
  readonly lane: number
  /** When its first waiting delivery may be tried; while somebody holds the lane, when it may be taken from them. */
  readonly nextAt: number
  /** Grows with everyone who takes it. */
  readonly lease: Generated<number>
}
