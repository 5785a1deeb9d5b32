import { randomBytes } from 'node:crypto'
import type { Role } from '@shopbell/protocol'
import { type AccountRow, createAccount } from '../../../packages/server/src/store/accounts.ts'
import { type ConversationRow, createConversation } from '../../../packages/server/src/store/conversations.ts'
import type { Database } from '../../../packages/server/src/store/database.ts'
import type { StoredMessage } from '../../../packages/server/src/store/messages.ts'
import { createPerson } from '../../../packages/server/src/store/persons.ts'
import { continueAsStore, runAsEntrance, runAsJournal } from '../../../packages/server/src/store/run-as.ts'
import type { StepRecord } from '../../../packages/server/src/store/step-record.ts'
import { createStore, type StoreRow } from '../../../packages/server/src/store/stores.ts'

/** The instant at which all of these tests play. */
export const NOW = Date.UTC(2026, 10, 22, 8)
export const HOUR = 3_600_000

export const newToken = () => randomBytes(12).toString('hex')

export function newStore(database: Database, publicId = `store-${newToken()}`): Promise<StoreRow> {
  return createStore(database, {
    publicId,
    name: 'Harbor Steel Ware',
    profile: 'marketplace',
    timeZone: 'Asia/Shanghai',
    defaultLocale: 'en',
    epoch: 'first',
    at: NOW,
  })
}

/** A new person with an account in the store. */
export function newAccount(
  database: Database,
  storeId: number,
  { email = `${newToken()}@shop.example`, role = 'agent' }: { email?: string; role?: Role } = {},
): Promise<AccountRow> {
  return runAsEntrance(database, async (tx) => {
    const person = await createPerson(tx, { email, passwordHash: 'argon', at: NOW })
    await continueAsStore(tx, storeId)
    const made = { storeId, personId: person!.id, publicId: newToken(), name: 'Lin', role, at: NOW }
    return (await createAccount(tx, made))!
  })
}

export function newConversation(database: Database, storeId: number): Promise<ConversationRow> {
  const made = { storeId, publicId: newToken(), tokenHash: newToken(), locale: 'en', at: NOW }
  return runAsJournal(database, (tx) => createConversation(tx, made))
}

/** The next messages of a conversation, by these authors. */
export function messagesAfter(
  head: number,
  ...authors: readonly StoredMessage['author'][]
): readonly StoredMessage[] {
  return authors.map((author, place) => ({
    seq: head + 1 + place,
    at: NOW,
    author,
    kind: author === 'buyer' ? 'buyer' : 'faq_answer',
    content: { kind: 'text', text: `${author} says ${head + 1 + place}` },
    clientId: author === 'buyer' ? `lane-one.${head + 1 + place}` : null,
    replyTo: null,
    source: null,
    ...{ agentId: null, assisted: null, needsAnswer: null, solved: null },
  }))
}

/** A step from where `row` stands: nothing changes but the revision, unless `changes` say so. */
export function stepFrom(row: ConversationRow, changes: Partial<StepRecord> = {}): StepRecord {
  const messages = changes.messages ?? []
  return {
    storeId: row.storeId,
    conversationId: row.id,
    expectedRevision: row.revision,
    head: row.head + messages.length,
    handling: row.handling,
    session: row.session,
    flowVersion: row.flowVersion,
    buyer: row.buyer,
    lanes: row.lanes,
    waitingSince: row.waitingSince,
    lastAt: row.lastAt,
    assigneeId: row.assigneeId,
    messages,
    answers: [],
    schedule: [],
    cancel: [],
    entry: {
      at: NOW,
      event: { type: 'closed', at: NOW, by: 'test' },
      facts: { head: row.head },
      refusals: [],
    },
    ...changes,
  }
}
