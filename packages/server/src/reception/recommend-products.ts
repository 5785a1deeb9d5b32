import type { ProductCard } from '@shopbell/protocol'
import { interestsOf } from '../store/buyer-events.ts'
import { runAsStore } from '../store/run-as.ts'
import type { Desk } from './desk.ts'
import { type HotConversation, type KnownInterests, NOTHING_KNOWN } from './hot-conversations.ts'
import { productCard } from './product-card.ts'

/** Most product cards one message holds. */
const MAX_CARDS = 10

/** What was ranked, by what is offered (read again every few seconds) and by the buyer's interests: most steps are taps, which change neither. */
const RANKED = new WeakMap<object, WeakMap<KnownInterests, readonly ProductCard[]>>()

/**
 * The cards that a recommendation may show this buyer, best first (REC-01…REC-04). Asks for the buyer's interests once while the
 * conversation is remembered; again after the buyer did something with a product, or the catalogue changed.
 */
export async function recommendProducts(
  desk: Desk,
  conversation: HotConversation,
  at: number,
): Promise<readonly ProductCard[]> {
  const { storeId } = conversation.key
  const [offered, own] = await Promise.all([
    desk.stores.offeredProducts(storeId),
    interests(desk, conversation),
  ])
  const ranked = RANKED.get(offered) ?? new WeakMap<KnownInterests, readonly ProductCard[]>()
  RANKED.set(offered, ranked)
  const known = ranked.get(own)
  if (known) return known
  const cards = desk
    .rank([...own.products, ...offered], own.interests, at)
    .slice(0, MAX_CARDS)
    .map(productCard)
  ranked.set(own, cards)
  return cards
}

async function interests({ database, stores }: Desk, conversation: HotConversation): Promise<KnownInterests> {
  const { storeId, id } = conversation.key
  const generation = stores.generation(storeId)
  const known = conversation.interests
  if (known !== null && (known === NOTHING_KNOWN || known.generation === generation)) return known
  const read = await runAsStore(database, storeId, (tx) => interestsOf(tx, storeId, id))
  conversation.interests = { ...read, generation }
  return conversation.interests
}
