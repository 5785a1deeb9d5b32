interface Priced {
  readonly price?: string | undefined
  readonly currency?: string | undefined
}

const NUMBER = /^\d{1,15}(\.\d{1,6})?$/

/** Why a price and its currency do not go together; null: they do. */
export function priceFault({ price, currency }: Priced): string | null {
  if (currency === undefined) return null
  if (price === undefined) return `there is a currency (${currency}) and no price; give both or neither`
  if (!NUMBER.test(price)) {
    return `“${price}” is no number; with a currency write 1234.50, or leave the currency out and write the price as buyers read it`
  }
  return null
}
