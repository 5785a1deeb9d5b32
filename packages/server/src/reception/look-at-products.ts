import type { ConversationKey } from '../store/conversations.ts'
import type { Desk } from './desk.ts'
import { noteProducts } from './note-products.ts'
import { post } from './post.ts'

/** The buyer's page showed products, or the buyer opened their cards (REC-01, REC-04). It starts nothing, and is not answered. */
export async function lookAtProducts(
  desk: Desk,
  key: ConversationKey,
  { at, refs }: { readonly at: 'page' | 'card'; readonly refs: readonly string[] },
): Promise<void> {
  const conversation = desk.conversations.of(key)
  await post(conversation, () => noteProducts(desk, conversation, at === 'page' ? 'viewed' : 'opened', refs))
}
