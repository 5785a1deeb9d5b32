import type { WebhookEvent } from '@shopbell/protocol'
import { accountById, accountNames } from '../store/accounts.ts'
import { answersEverGiven } from '../store/answers.ts'
import { type ConversationRow, loadConversation } from '../store/conversations.ts'
import type { Tx } from '../store/database.ts'
import { versionByNumber } from '../store/flow-versions.ts'
import { messagesBetween } from '../store/messages.ts'
import { storeById } from '../store/stores.ts'
import type { DueDelivery } from '../store/webhook-lanes.ts'

/** What a body is read for. */
export type Told = Pick<DueDelivery, 'storeId' | 'conversationId' | 'subject' | 'at' | 'webhookPublicId'>

/** The body of a delivery, as things are when it is sent; null: what it tells of was erased. As the store. */
export async function bodyOf(tx: Tx, told: Told): Promise<WebhookEvent | null> {
  const { storeId, conversationId, subject, at, webhookPublicId } = told
  const row = await storeById(tx, storeId)
  if (row === null) return null
  const store = row.publicId
  const timestamp = new Date(at).toISOString()
  if (subject.type === 'webhook.test')
    return { type: subject.type, timestamp, data: { store, webhook: webhookPublicId } }
  if (subject.type === 'flow.published') {
    const version = await versionByNumber(tx, storeId, subject.version)
    if (version === null) return null
    const { hash, note, publishedBy: by } = version
    return { type: subject.type, timestamp, data: { store, version: subject.version, hash, note, by } }
  }
  const conversation =
    conversationId === null ? null : await loadConversation(tx, { storeId, id: conversationId })
  return conversation === null ? null : ofConversation(tx, conversation, { subject, store, timestamp })
}

type OfConversation = Exclude<Told['subject'], { type: 'webhook.test' | 'flow.published' }>

async function ofConversation(
  tx: Tx,
  { storeId, id, publicId: conversation }: ConversationRow,
  {
    subject,
    store,
    timestamp,
  }: { readonly subject: OfConversation; readonly store: string; readonly timestamp: string },
): Promise<WebhookEvent | null> {
  const key = { storeId, id }
  switch (subject.type) {
    case 'message.stored': {
      const [message] = await messagesBetween(tx, key, subject.seq, subject.seq, 1)
      if (message === undefined) return null
      const { seq, author, kind, content, replyTo, agentId } = message
      const by = agentId === null ? undefined : (await accountNames(tx, storeId, [agentId])).get(agentId)
      return {
        type: subject.type,
        timestamp,
        data: {
          ...{ store, conversation, seq, author, kind, content },
          ...(replyTo === null ? {} : { replyTo }),
          ...(by === undefined ? {} : { by }),
        },
      }
    }
    case 'answer.collected': {
      const given = await answersEverGiven(tx, key)
      const answer = given.find(({ seq, variable }) => seq === subject.seq && variable === subject.variable)
      if (answer === undefined) return null
      const { at: _, unit, value, ...shown } = answer
      return {
        type: subject.type,
        timestamp,
        data: {
          ...{ store, conversation, ...shown },
          value: typeof value === 'object' ? [...value] : value,
          ...(unit === null ? {} : { unit }),
        },
      }
    }
    case 'conversation.handoff': {
      const { from, to, assigneeId } = subject
      const agent = assigneeId === null ? null : await accountById(tx, storeId, assigneeId)
      return {
        type: subject.type,
        timestamp,
        data: {
          ...{ store, conversation, from, to },
          ...(agent === null ? {} : { agent: { id: agent.publicId, name: agent.name } }),
        },
      }
    }
    case 'conversation.closed':
      return { type: subject.type, timestamp, data: { store, conversation, from: subject.from } }
  }
}
