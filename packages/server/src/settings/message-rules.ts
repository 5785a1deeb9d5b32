import {
  cardListProblems,
  menuProblems,
  type Profile,
  productReplyProblems,
  type RuleProblem,
  ruleProblem,
} from '@shopbell/engine'
import {
  DEFAULT_CARD_LIST,
  DEFAULT_MENU,
  DEFAULT_PRODUCT_REPLIES,
  type ProductReplies,
} from '@shopbell/protocol'
import { profileAt, storeProfiles } from '../reception/profile-at.ts'
import type { Tx } from '../store/database.ts'
import { unknownProducts } from '../store/menu-stock.ts'
import { chosenProfilesOf } from '../store/profile-days.ts'
import type { SettingRefused, StoreSetting } from './store-setting.ts'

/** Product-card replies: any account may change them (PRM-02). */
export const PRODUCT_REPLIES: StoreSetting<'product_replies'> = {
  area: 'product_replies',
  initial: DEFAULT_PRODUCT_REPLIES,
  keepersOnly: false,
  findUnfit: async (tx, storeId, value, at) =>
    refusedFor([
      ...productReplyProblems(value, await limitsOf(tx, storeId, at)),
      ...(await unknownIn(tx, storeId, value)),
    ]),
}

/** The list for cards belongs to the robot's settings (CRD-02, PRM-01). */
export const CARD_LIST: StoreSetting<'card_list'> = {
  area: 'card_list',
  initial: DEFAULT_CARD_LIST,
  keepersOnly: true,
  findUnfit: async (tx, storeId, value, at) =>
    refusedFor(cardListProblems(value, await limitsOf(tx, storeId, at))),
}

/** The self-service menu (MNU-05). */
export const MENU: StoreSetting<'menu'> = {
  area: 'menu',
  initial: DEFAULT_MENU,
  keepersOnly: true,
  findUnfit: (_tx, _storeId, value) => Promise.resolve(refusedFor(menuProblems(value))),
}

function refusedFor(problems: readonly RuleProblem[]): SettingRefused | null {
  return problems.length === 0 ? null : { refused: 'RULES_UNFIT', problems }
}

/** The limits of the rule book that holds now. */
async function limitsOf(tx: Tx, storeId: number, at: number): Promise<Profile['reception']['faq']> {
  const chosen = await chosenProfilesOf(tx, storeId)
  if (chosen === null) throw new Error(`Store ${String(storeId)} is gone.`)
  return profileAt(storeProfiles(chosen), at).reception.faq
}

/** A product that the catalogue does not have cannot be sent either. */
async function unknownIn(
  tx: Tx,
  storeId: number,
  { rules }: ProductReplies,
): Promise<readonly RuleProblem[]> {
  const unknown = new Set(
    await unknownProducts(
      tx,
      storeId,
      rules.flatMap(({ products }) => products),
    ),
  )
  return rules.flatMap(({ products }, rule) =>
    products.flatMap((product, index) =>
      unknown.has(product)
        ? [
            ruleProblem(
              'PRODUCT_UNKNOWN',
              `/rules/${String(rule)}/products/${String(index)}`,
              `The catalogue has no product ${product}; take it out.`,
              { product, rule: rule + 1 },
            ),
          ]
        : [],
    ),
  )
}
