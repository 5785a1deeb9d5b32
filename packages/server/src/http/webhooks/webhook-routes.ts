import {
  Webhook,
  WebhookBody,
  WebhookChanges,
  WebhookCreated,
  WebhookList,
  WebhookSecret,
  WebhookTested,
} from '@shopbell/protocol'
import Type from 'typebox'
import { isRefused } from '../../reception/refused.ts'
import { changeWebhook } from '../../webhooks/change-webhook.ts'
import { createWebhook } from '../../webhooks/create-webhook.ts'
import { listWebhooks } from '../../webhooks/list-webhooks.ts'
import { makeSecret } from '../../webhooks/make-secret.ts'
import { removeWebhook } from '../../webhooks/remove-webhook.ts'
import { testWebhook } from '../../webhooks/test-webhook.ts'
import type { ConsoleApp } from '../console-app.ts'
import type { ConsoleParts } from '../console-parts.ts'
import { actorOf } from '../guard.ts'
import { NO_CONTENT } from '../no-content.ts'
import { refuse } from '../refuse.ts'

const ById = Type.Object({ id: Webhook.properties.id })

/** Whom the store tells what happens. A secret is in the answer that made it, and in no other. */
export function webhookRoutes(app: ConsoleApp, parts: ConsoleParts): void {
  const reading = { access: 'robotKeeper', scope: 'webhooks:read' } as const
  const config = { access: 'robotKeeper', scope: 'webhooks:write' } as const

  // The answer holds a secret, which is kept for nobody.
  const showingSecret = { ...config, idempotency: 'never' } as const

  app.get(
    '/webhooks',
    {
      config: reading,
      schema: {
        operationId: 'listWebhooks',
        summary: 'Lists the endpoints that are told what happens.',
        response: { 200: WebhookList },
      },
    },
    async (request) => ({
      webhooks: await listWebhooks(parts, actorOf(request)),
    }),
  )

  app.post(
    '/webhooks',
    {
      config: showingSecret,
      schema: {
        operationId: 'createWebhook',
        summary: 'Adds an endpoint; the answer shows its signing secret, once.',
        refuses: ['WEBHOOK_URL_REFUSED', 'WEBHOOKS_FULL'],
        body: WebhookBody,
        response: { 200: WebhookCreated },
      },
    },
    async (request, reply) => {
      const created = await createWebhook(parts, actorOf(request), request.body)
      return isRefused(created) ? refuse(request, reply, created) : created
    },
  )

  app.patch(
    '/webhooks/:id',
    {
      config,
      schema: {
        operationId: 'changeWebhook',
        summary: 'Changes what an endpoint is told, where it is, or whether it is told at all.',
        refuses: ['NOT_FOUND', 'WEBHOOK_URL_REFUSED'],
        params: ById,
        body: WebhookChanges,
        response: { 200: Webhook },
      },
    },
    async (request, reply) => {
      const changed = await changeWebhook(parts, actorOf(request), request.params.id, request.body)
      return isRefused(changed) ? refuse(request, reply, changed) : changed
    },
  )

  app.delete(
    '/webhooks/:id',
    {
      config,
      schema: {
        operationId: 'removeWebhook',
        summary: 'Removes an endpoint, and what it has not been told yet.',
        refuses: ['NOT_FOUND'],
        params: ById,
        response: NO_CONTENT,
      },
    },
    async (request, reply) => {
      const removed = await removeWebhook(parts, actorOf(request), request.params.id)
      return isRefused(removed) ? refuse(request, reply, removed) : reply.code(204).send()
    },
  )

  app.post(
    '/webhooks/:id/secret',
    {
      config: showingSecret,
      schema: {
        operationId: 'renewWebhookSecret',
        summary: 'Makes a new signing secret, shown once; the one before stays good for a day.',
        refuses: ['NOT_FOUND'],
        params: ById,
        response: { 200: WebhookSecret },
      },
    },
    async (request, reply) => {
      const made = await makeSecret(parts, actorOf(request), request.params.id)
      return isRefused(made) ? refuse(request, reply, made) : made
    },
  )

  app.post(
    '/webhooks/:id/test',
    {
      config,
      schema: {
        operationId: 'testWebhook',
        summary: 'Sends a test event to an endpoint at once; its delivery says what came back.',
        refuses: ['NOT_FOUND'],
        params: ById,
        response: { 200: WebhookTested },
      },
    },
    async (request, reply) => {
      const tested = await testWebhook(parts, actorOf(request), request.params.id)
      return isRefused(tested) ? refuse(request, reply, tested) : tested
    },
  )
}
