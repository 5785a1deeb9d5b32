import {
  DeliveryList,
  type DeliveryState,
  Redelivered,
  Webhook,
  type WebhookBody,
  type WebhookChanges,
  WebhookCreated,
  WebhookList,
  WebhookSecret,
  WebhookTested,
} from '@shopbell/protocol'
import type { Answer } from './answer.ts'
import { request, requestNothing } from './request.ts'

/** The store's endpoints, the oldest first. */
export const listWebhooks = (): Promise<Answer<WebhookList>> => request('GET', '/webhooks', WebhookList)

/** The answer has the secret, this once. */
export const createWebhook = (webhook: WebhookBody): Promise<Answer<WebhookCreated>> =>
  request('POST', '/webhooks', WebhookCreated, { json: webhook })

export const changeWebhook = (id: string, changes: WebhookChanges): Promise<Answer<Webhook>> =>
  request('PATCH', `/webhooks/${id}`, Webhook, { json: changes })

export const removeWebhook = (id: string): Promise<Answer<null>> =>
  requestNothing('DELETE', `/webhooks/${id}`)

/** The answer has the secret, this once. */
export const makeSecret = (id: string): Promise<Answer<WebhookSecret>> =>
  request('POST', `/webhooks/${id}/secret`, WebhookSecret)

/** Sends a test; its delivery tells what became of it. */
export const testWebhook = (id: string): Promise<Answer<WebhookTested>> =>
  request('POST', `/webhooks/${id}/test`, WebhookTested)

/** A page of deliveries, the newest first. */
export function listDeliveries(
  id: string,
  { state, before }: { readonly state?: DeliveryState; readonly before?: number },
): Promise<Answer<DeliveryList>> {
  const query = new URLSearchParams({
    ...(state !== undefined && { state }),
    ...(before !== undefined && { before: String(before) }),
  })
  return request('GET', `/webhooks/${id}/deliveries?${query.toString()}`, DeliveryList)
}

/** Sends one again that was given up. */
export const deliverAgain = (id: string, delivery: number): Promise<Answer<Redelivered>> =>
  request('POST', `/webhooks/${id}/deliveries/${String(delivery)}/again`, Redelivered)

/** Sends all again that were given up, of events at `since` or later. */
export const deliverAllAgain = (id: string, since: number): Promise<Answer<Redelivered>> =>
  request('POST', `/webhooks/${id}/deliveries/again`, Redelivered, { json: { since } })
