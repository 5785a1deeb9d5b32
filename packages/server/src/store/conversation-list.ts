import type { Author, Handling, MessageContent, MessageKind } from '@shopbell/protocol'
import type { Tx } from './database.ts'

/** One row of the inbox. `answers` counts variables, `unread` the buyer's messages that no agent has seen. */
export interface ListedConversation {
  readonly id: number
  readonly publicId: string
  readonly buyerName: string | null
  readonly locale: string
  readonly handling: Handling
  readonly assignee: { readonly publicId: string; readonly name: string } | null
  readonly head: number
  readonly lastAt: number
  readonly last: {
    readonly author: Author
    readonly kind: MessageKind
    readonly content: MessageContent
  } | null
  readonly waitingSince: number | null
  readonly answers: number
  readonly unread: number
}

export type InboxView = 'open' | 'closed' | 'all'

export interface ConversationPage {
  readonly conversations: readonly ListedConversation[]
  /** How many wait for a person, in all. */
  readonly waiting: number
  /** Where the next page begins; null: this was the last. */
  readonly next: string | null
}

export declare function listConversations(
  tx: Tx,
  storeId: number,
  page: { readonly view: InboxView; readonly before?: string; readonly limit: number },
): Promise<ConversationPage>

/** One row of the inbox as `listConversations` has it; null: not a conversation of this store. As the store. */
export declare function listedConversation(
  tx: Tx,
  storeId: number,
  conversationId: number,
): Promise<ListedConversation | null>
