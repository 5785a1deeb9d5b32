import { DEFAULT_RECEPTION_SETTINGS } from '@shopbell/protocol'
import { createAccountSession } from '../../../packages/server/src/store/account-sessions.ts'
import { changeAttendance } from '../../../packages/server/src/store/agent-attendance.ts'
import { seeAgents } from '../../../packages/server/src/store/agent-presence.ts'
import { createApiToken } from '../../../packages/server/src/store/api-tokens.ts'
import { insertAudit } from '../../../packages/server/src/store/audit.ts'
import type { Database } from '../../../packages/server/src/store/database.ts'
import { putEditor } from '../../../packages/server/src/store/draft-editors.ts'
import { logBatch } from '../../../packages/server/src/store/draft-log.ts'
import { saveDraft } from '../../../packages/server/src/store/flow-draft.ts'
import { putBuyerSignals } from '../../../packages/server/src/store/buyer-events.ts'
import { insertVersion } from '../../../packages/server/src/store/flow-versions.ts'
import { putInvitation } from '../../../packages/server/src/store/invitations.ts'
import { claimRequest } from '../../../packages/server/src/store/kept-answers.ts'
import { saveSetting } from '../../../packages/server/src/store/settings.ts'
import { putProfileDay } from '../../../packages/server/src/store/profile-days.ts'
import { putProduct } from '../../tools/put-product.ts'
import { putOrders } from '../../../packages/server/src/store/orders.ts'
import { runAsJournal, runAsStore } from '../../../packages/server/src/store/run-as.ts'
import { putSearchEntries, setSearchPlace } from '../../../packages/server/src/store/search-index.ts'
import { putContact } from '../../../packages/server/src/store/contacts.ts'
import { createTicket } from '../../../packages/server/src/store/socket-tickets.ts'
import { putShopPage } from '../../../packages/server/src/store/shop-pages.ts'
import { putAvatar } from '../../../packages/server/src/store/store-avatars.ts'
import { putTest } from '../../../packages/server/src/store/webhook-deliveries.ts'
import { putSecret } from '../../../packages/server/src/store/webhook-secrets.ts'
import { insertWebhook } from '../../../packages/server/src/store/webhooks.ts'
import { messagesAfter, newAccount, newConversation, newToken, NOW, stepFrom } from './stage.ts'

/** At least one row of the store in every table. */
export async function fillEveryTable(database: Database, storeId: number): Promise<void> {
  const { id: accountId } = await newAccount(database, storeId, { role: 'owner' })
  await runAsStore(database, storeId, async (tx) => {
    await putProduct(tx, storeId, { ref: 'trail-750', title: 'Trail 750', category: 'bottles' }, 1)
    const order = { ref: '1', buyer: 'b', title: 'Trail 750', state: 'paid', lines: [], orderedAt: NOW }
    await putOrders(tx, storeId, [order], NOW)
    const version = {
      document: '{}',
      hash: 'h',
      listVersion: null,
      note: '',
      publishedAt: NOW,
      publishedBy: 'Lin',
    }
    await insertVersion(tx, storeId, version)
    await saveDraft(tx, storeId, { document: '{}', base: 1, savedAt: NOW, savedBy: 'Lin' })
    await putEditor(tx, storeId, { id: newToken(), name: 'Lin', block: null, seenAt: NOW }, 0)
    await logBatch(tx, storeId, {
      revision: 1,
      base: 0,
      batch: newToken(),
      operations: [],
      inverse: [],
      savedBy: 'Lin',
    })
    await changeAttendance(tx, storeId, accountId, { busy: true })
    await saveSetting(tx, storeId, 'reception', {
      ...{ accountId, value: DEFAULT_RECEPTION_SETTINGS, revision: 0, changedAt: NOW, changedBy: 'Lin' },
    })
    await putProfileDay(tx, storeId, {
      ...{ fromDay: '2026-01-01', choice: { base: 'alibaba', changes: null }, own: null },
      ...{ revision: 1, changedAt: NOW, changedBy: 'Lin' },
    })
    const session = await createAccountSession(tx, {
      storeId,
      accountId,
      publicId: newToken(),
      tokenHash: newToken(),
      at: NOW,
      expiresAt: NOW + 1,
      browser: null,
      address: null,
    })
    await putInvitation(tx, {
      storeId,
      publicId: newToken(),
      email: `${newToken()}@shop.example`,
      role: 'agent',
      tokenHash: newToken(),
      madeBy: accountId,
      madeAt: NOW,
      expiresAt: NOW + 1,
    })
    await insertAudit(tx, { storeId, at: NOW, actorId: accountId, actorName: 'Lin', action: 'signed_in' })
    await putAvatar(tx, storeId, { type: 'image/png', image: 'aGk=', hash: newToken() })
    await putShopPage(tx, { storeId, origin: 'https://shop.example', path: '/', allowed: true, seenAt: NOW })
    await createTicket(tx, {
      storeId,
      accountId,
      sessionId: session.id,
      ticketHash: newToken(),
      expiresAt: NOW + 1,
    })
    await createApiToken(tx, {
      storeId,
      accountId,
      publicId: newToken(),
      name: 'ci',
      scopes: ['flow:read'],
      tokenHash: newToken(),
      at: NOW,
      expiresAt: null,
    })
  })
  await runAsStore(database, storeId, (tx) =>
    claimRequest(
      tx,
      { storeId, accountId, requestKey: newToken(), request: 'POST /', bodyHash: '', about: null },
      { at: NOW, forgottenUntil: 0, leftUntil: 0 },
    ),
  )
  await runAsStore(database, storeId, async (tx) => {
    const events = ['message.stored' as const]
    const made = { storeId, publicId: newToken(), name: '', url: 'https://hooks.example/', events, at: NOW }
    const { id: webhookId } = await insertWebhook(tx, made)
    await putSecret(tx, { storeId, webhookId }, { secret: `whsec_${newToken()}`, at: NOW, oldEndsAt: NOW })
    await putTest(tx, { storeId, webhookId }, { event: newToken(), at: NOW })
  })
  await runAsJournal(database, (tx) => seeAgents(tx, 'node', [{ storeId, accountId }], NOW))
  const conversation = await newConversation(database, storeId)
  const inquiry = {
    id: '1',
    channel: 'inquiry',
    fromBuyer: true,
    agentId: null,
    at: NOW,
    takenBackAt: null,
  } as const
  await runAsStore(database, storeId, (tx) => putContact(tx, conversation, inquiry, NOW))
  await runAsJournal(database, async (tx) => {
    const entry = { storeId, conversationId: conversation.id, head: 1, words: ' hello', grams: [1] }
    await putSearchEntries(tx, [entry])
    const signal = { storeId, conversationId: conversation.id, ref: 'trail-750', at: NOW }
    await putBuyerSignals(tx, [{ ...signal, kind: 'shown' }])
    await setSearchPlace(tx, storeId, 1)
  })
  const [buyer] = messagesAfter(0, 'buyer')
  await database.journal.commit([
    stepFrom(conversation, {
      messages: [buyer!],
      answers: [
        { seq: 1, variable: 'size', question: 'Size?', value: 'xl', shown: 'XL', unit: null, at: NOW },
      ],
      news: { answers: [[1, 'size']], turn: null },
      schedule: [{ id: 'remind', generation: 1, kind: 'reminder', block: 'ask-size', dueAt: NOW + 1 }],
    }),
  ])
}
