/** What the card replies, the line above the list for cards and its answers may be filled with (WEL-07). */
export const CARD_VARIABLES: readonly string[] = ['store.name', 'buyer.name', 'product.name']

/** The same of a question of that list: a tap repeats its words, and a tap does not say on which card. */
export const CARD_QUESTION_VARIABLES: readonly string[] = ['store.name', 'buyer.name']
