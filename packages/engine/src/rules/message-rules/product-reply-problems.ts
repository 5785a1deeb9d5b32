import { MAX_PRODUCT_REPLIES, MAX_REPLY_PRODUCTS, type ProductReplies } from '@shopbell/protocol'
import { pointer } from '../../flow/problem.ts'
import type { Profile } from '../../flow/profile.ts'
import { CARD_VARIABLES } from './rule-variables.ts'
import { addressProblems, idProblems, type RuleProblem, ruleProblem, textProblems } from './rule-problem.ts'

/**
 * Everything that keeps product-card replies from being saved: more than five, more than fifty products in one, a product in two
 * (the other rule is named), no product, no text, a text longer than an answer may be or with a variable that is not filled
 * (CRD-05…CRD-07, CRD-13, WEL-07).
 */
export function productReplyProblems(
  { rules }: ProductReplies,
  { answerMax, countMode }: Pick<Profile['reception']['faq'], 'answerMax' | 'countMode'>,
): readonly RuleProblem[] {
  return [
    ...rules.slice(MAX_PRODUCT_REPLIES).map((_, index) => tooManyRules(MAX_PRODUCT_REPLIES + index)),
    ...idProblems(
      rules.map(({ id }) => id),
      (index) => pointer('rules', index, 'id'),
    ),
    ...rules.flatMap(({ products, text, image, url }, index) => [
      ...productProblems(products, pointer('rules', index, 'products')),
      ...textProblems(text, {
        ...{ at: pointer('rules', index, 'text'), what: 'reply', max: answerMax, mode: countMode },
        ...{ missing: 'TEXT_MISSING', tooLong: 'TEXT_TOO_LONG', variables: CARD_VARIABLES },
      }),
      ...addressProblems(image, pointer('rules', index, 'image')),
      ...addressProblems(url, pointer('rules', index, 'url')),
    ]),
    ...clashes(rules),
  ]
}

function tooManyRules(index: number): RuleProblem {
  const max = MAX_PRODUCT_REPLIES
  const message = `A store has at most ${String(max)} replies; delete one, or add these products to another.`
  return ruleProblem('TOO_MANY_RULES', pointer('rules', index), message, { max })
}

function productProblems(products: readonly string[], at: string): readonly RuleProblem[] {
  const max = MAX_REPLY_PRODUCTS
  if (products.length === 0)
    return [ruleProblem('PRODUCTS_MISSING', at, 'Choose the products that bring this reply.')]
  if (products.length <= max) return []
  const message = `A reply has at most ${String(max)} products, this one ${String(products.length)}; take some out.`
  return [ruleProblem('TOO_MANY_PRODUCTS', at, message, { max, count: products.length })]
}

/** A product belongs to the first rule that names it. */
function clashes(rules: ProductReplies['rules']): readonly RuleProblem[] {
  const owners = new Map<string, number>()
  return rules.flatMap(({ products }, index) =>
    products.flatMap((product, place) => {
      const owner = owners.get(product)
      if (owner === undefined) {
        owners.set(product, index)
        return []
      }
      const message = `The product ${product} is in reply ${String(owner + 1)} already; take it out of one of them.`
      const at = pointer('rules', index, 'products', place)
      return [ruleProblem('PRODUCT_TWICE', at, message, { product, rule: owner + 1 })]
    }),
  )
}
