import { createTestClock } from '../../../packages/server/src/test-clock/test-clock.ts'
import { type Webhooks, startWebhooks } from '../../../packages/server/src/jobs/webhooks.ts'
import { createInProcessBus } from '../../../packages/server/src/bus/in-process-bus.ts'
import { createEgress } from '../../../packages/server/src/egress/egress.ts'
import { createLog } from '../../../packages/server/src/observability/create-log.ts'
import { createWebhook } from '../../../packages/server/src/webhooks/create-webhook.ts'
import { createSeal } from '../../../packages/server/src/webhooks/seal.ts'
import type { WebhookDesk } from '../../../packages/server/src/webhooks/webhook-desk.ts'
import { isRefused } from '../../../packages/server/src/reception/refused.ts'
import type { Actor } from '../../../packages/server/src/accounts/actor.ts'
import type { ConversationRow } from '../../../packages/server/src/store/conversations.ts'
import type { Handling, WebhookEventType } from '@shopbell/protocol'
import { newAccount, messagesAfter, newConversation, newStore, NOW, stepFrom } from '../store/stage.ts'
import type { TestDatabase } from '../store/test-database.ts'

/** A store on a database, with a clock that the test moves and nodes that it starts. */
export interface WebhookStage {
  readonly desk: WebhookDesk
  readonly storeId: number
  readonly owner: Actor
  readonly logged: () => string
  readonly passes: (ms: number) => void
  /** Another node that tells webhooks. */
  readonly startNode: (keys?: readonly Uint8Array[]) => Webhooks
  /** An endpoint of the store, with its key, its public id and its secret. */
  readonly listen: (
    url: string,
    events: readonly WebhookEventType[],
  ) => Promise<{ readonly id: string; readonly secret: string }>
  readonly begin: () => Promise<ConversationRow>
  /** A step that stores one message, and may hand over or close; answers the row after it. */
  readonly say: (row: ConversationRow, handling?: Handling) => Promise<ConversationRow>
}

/** `keys`: what secrets are kept under; several nodes of one store may have others. */
export async function openWebhookStage(
  database: TestDatabase,
  keys: readonly Uint8Array[] = [],
): Promise<WebhookStage> {
  const lines: string[] = []
  const log = createLog('debug', { write: (line) => void lines.push(line) })
  const clock = createTestClock(NOW)
  const desk: WebhookDesk = {
    ...{ database, clock, log, bus: createInProcessBus(log), sendsMail: true },
    egress: createEgress({ allow: ['127.0.0.1'] }),
    seal: createSeal(keys),
    ownOrigin: () => 'https://chat.example',
  }
  const { id: storeId } = await newStore(database)
  const account = await newAccount(database, storeId, { role: 'owner' })
  const owner: Actor = { ...account, accountId: account.id, by: { kind: 'session', sessionId: 1 } }
  return {
    ...{ desk, storeId, owner },
    logged: () => lines.join(''),
    passes: (ms) => {
      clock.moveTo(clock.now() + ms)
    },
    startNode: (others = keys) => startWebhooks({ ...desk, seal: createSeal(others) }),
    listen: async (url, events) => {
      const made = await createWebhook(desk, owner, { url, events: [...events] })
      if (isRefused(made)) throw new Error(`No webhook was made: ${made.refused}`)
      return { id: made.webhook.id, secret: made.secret }
    },
    begin: () => newConversation(database, storeId),
    say: async (row, handling = row.handling) => {
      const messages = messagesAfter(row.head, 'buyer')
      const turn = handling === row.handling ? null : { from: row.handling, to: handling, assigneeId: null }
      const step = stepFrom(row, { messages, handling, news: { answers: [], turn } })
      const committed = await database.journal.commit([step])
      if (!committed.has(row.id)) throw new Error('A step lost its race with nobody.')
      return { ...row, revision: row.revision + 1, head: step.head, handling }
    },
  }
}
