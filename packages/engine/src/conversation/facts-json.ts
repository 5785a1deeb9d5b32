import type { ProductCard } from '@shopbell/protocol'
import type { FaqList } from '../flow/faq-list.ts'
import type { Profile } from '../flow/profile.ts'
import { profileById } from '../flow/profiles.ts'
import type { Facts, StatusFacts } from './facts.ts'
import type { Step } from './step-result.ts'

/** Facts as the journal keeps them: lists by the version they belong to, built-in profiles by id. */
export interface JournalledFacts extends Omit<Facts, 'list' | 'heldList' | 'profile'> {
  readonly listVersion: number | null
  readonly heldVersion: number | null
  readonly profile: Profile | { readonly builtIn: string }
  /** How many products there were, where the step showed none of them: a condition may have asked for their number. */
  readonly productCount?: number
}

/**
 * Facts as small JSON for the journal. With the step they led to, product cards are kept only where it recommended them: nothing
 * else looks at more than their number, and they are most of what facts weigh. So it is with the words of status replies.
 */
export function encodeFacts(facts: Facts, led?: Pick<Step, 'effects'>): JournalledFacts {
  const { list, heldList, profile, products, status, ...plain } = facts
  return {
    ...plain,
    ...(products === undefined
      ? {}
      : led === undefined || recommends(led)
        ? { products }
        : { productCount: products.length }),
    ...(status === undefined ? {} : { status: led === undefined ? status : withWordsSaid(status, led) }),
    listVersion: list?.flowVersion ?? null,
    heldVersion: heldList?.flowVersion ?? null,
    profile: profileById(profile.id) === profile ? { builtIn: profile.id } : profile,
  }
}

function recommends({ effects }: Pick<Step, 'effects'>): boolean {
  return effects.some((effect) => effect.type === 'message' && effect.kind === 'recommendation')
}

/** Of status replies that were not given it matters only that they were switched on. */
function withWordsSaid(status: StatusFacts, { effects }: Pick<Step, 'effects'>): StatusFacts {
  const said = new Set(effects.map((effect) => (effect.type === 'message' ? effect.kind : null)))
  const replies = Object.entries(status.replies).map(([kind, reply]) => [
    kind,
    [...said].some((one) => one === kind) ? reply : { ...reply, text: '' },
  ])
  return { ...status, replies: Object.fromEntries(replies) }
}

/** Stands for a product that was there and not shown. */
const NOT_SHOWN: ProductCard = { ref: '', title: '' }

/** The facts again; `listOf` gives the list of a published version. Throws when the journal names a profile that never existed. */
export function decodeFacts(
  journalled: JournalledFacts,
  listOf: (flowVersion: number) => FaqList | null,
): Facts {
  const { listVersion, heldVersion, profile, productCount, ...plain } = journalled
  const known = 'builtIn' in profile ? profileById(profile.builtIn) : profile
  if (!known) throw new Error(`The journal names a profile that is not built in: ${JSON.stringify(profile)}`)
  return {
    ...plain,
    ...(productCount === undefined
      ? {}
      : { products: Array.from({ length: productCount }, () => NOT_SHOWN) }),
    list: listVersion === null ? null : listOf(listVersion),
    heldList: heldVersion === null ? null : listOf(heldVersion),
    profile: known,
  }
}
