import { firstReplyTo, type SaidByStore } from '@shopbell/engine'
import type { Contact, ContactList } from '@shopbell/protocol'
import type { Actor } from '../../accounts/actor.ts'
import { accountPublicIds } from '../../store/accounts.ts'
import { type ContactRow, contactsOf } from '../../store/contacts.ts'
import { type ConversationRow, conversationByPublicId } from '../../store/conversations.ts'
import type { Database, Tx } from '../../store/database.ts'
import { saidByPeople } from '../../store/messages.ts'
import { runAsStore } from '../../store/run-as.ts'

const MOST = 100
/** What a person said in the chat lately; older words answered older contacts. */
const MOST_SAID = 500

/**
 * The contacts with a buyer on other channels, the newest first, and when each of the buyer’s was replied to: by any account, in the chat
 * or through the mailbox (CNT-04, CNT-05). Null: no such buyer. Only people’s words count here, under every rule book.
 */
export function readContacts(
  { database }: { readonly database: Database },
  { storeId }: Pick<Actor, 'storeId'>,
  buyer: string,
): Promise<ContactList | null> {
  return runAsStore(database, storeId, async (tx) => {
    const row = await conversationByPublicId(tx, storeId, buyer)
    return row === null ? null : { contacts: await contactsWith(tx, row, MOST) }
  })
}

/** The newest `limit` of them. As the store. */
export async function contactsWith(tx: Tx, conversation: ConversationRow, limit: number): Promise<Contact[]> {
  const { storeId, publicId: buyer } = conversation
  const rows = await contactsOf(tx, conversation, limit)
  const authors = await accountPublicIds(
    tx,
    storeId,
    rows.flatMap(({ agentId }) => agentId ?? []),
  )
  const inChat = await saidByPeople(tx, conversation, MOST_SAID)
  const said = [
    ...inChat.map(({ at, seq, agentId }) => ({ sentAt: at, seq, kind: 'human', agentId, buyer }) as const),
    ...rows.flatMap((row) => (row.fromBuyer ? [] : [asSaid(row, buyer)])),
  ]
  return rows.map((row) => shown(row, buyer, authors, said))
}

function asSaid({ at, agentId, takenBackAt }: ContactRow, buyer: string): SaidByStore {
  const back = takenBackAt === null ? {} : { takenBackAt }
  return { sentAt: at, seq: 0, kind: 'human', agentId, buyer, ...back }
}

function shown(
  row: ContactRow,
  buyer: string,
  authors: ReadonlyMap<number, string>,
  said: readonly SaidByStore[],
): Contact {
  const { id, channel, fromBuyer, agentId, at, takenBackAt } = row
  const author = agentId === null ? undefined : authors.get(agentId)
  // Until statistics have a window of their own, a reply may come at any time, and one taken back is none.
  const asked = { at, seq: -1, buyer, addresses: [], windowEndsAt: Infinity }
  const reply = fromBuyer ? firstReplyTo(asked, said, []) : null
  return {
    ...{ id, buyer, channel, from: fromBuyer ? 'buyer' : 'store', at },
    ...(author === undefined ? {} : { author }),
    ...(takenBackAt === null ? {} : { takenBackAt }),
    ...(reply === null ? {} : { repliedAt: reply.sentAt }),
  }
}
