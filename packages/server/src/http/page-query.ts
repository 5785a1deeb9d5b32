import Type from 'typebox'
import { isOrderPlace, isProductPlace } from '../catalogue/is-catalogue-place.ts'
import { isInboxPlace, isSearchPlace } from '../inbox/is-inbox-place.ts'

/** Longer than any `next` that we write. */
const MAX_PLACE = 3_000

/** `limit` of a list: how many rows a page has at the most, 1 to `most`. A query's values are texts. */
export function limitUpTo(most: number) {
  return Type.Optional(
    Type.Refine(
      Type.String({ minimum: 1, maximum: most }),
      (text) => /^[1-9]\d{0,3}$/.test(text) && Number(text) <= most,
      () => `must be a whole number from 1 to ${String(most)}; more rows come on the next page`,
    ),
  )
}

/** The rows that were asked for; left out: as many as there may be. */
export function limitOf(text: string | undefined, most: number): number {
  return text === undefined ? most : Number(text)
}

/** `before` of the inbox and of a search. */
export const ConversationPlace = placeThat(isInboxPlace)
export const SearchPlace = placeThat(isSearchPlace)
/** `before` of products and of orders. */
export const ProductPlace = placeThat(isProductPlace)
export const OrderPlace = placeThat(isOrderPlace)

/** Where a page begins. What we did not write is refused: to begin at the top instead would be a loop for who reads page by page. */
function placeThat(isOurs: (text: string) => boolean) {
  return Type.Optional(
    Type.Refine(
      Type.String({ minLength: 1, maxLength: MAX_PLACE }),
      isOurs,
      () => 'must be the `next` of a page of this list, as it came; leave it out for the first page',
    ),
  )
}
