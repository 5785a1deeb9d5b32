import type { ProductCard } from '@shopbell/protocol'
import type { OfferedProduct } from '../store/products.ts'

/** A product as buyers see it. */
export function productCard({ ref, title, price, currency, image, url }: OfferedProduct): ProductCard {
  return {
    ref,
    title,
    ...(price === null ? {} : { price: priceWords(price, currency) }),
    ...(image === null ? {} : { image }),
    ...(url === null ? {} : { url }),
  }
}

/** A currency's code says the same to buyers of every country; a sign such as $ does not. All digits the shop gave stay. */
export function priceWords(price: string, currency: string | null): string {
  if (currency === null) return price
  const digits = price.split('.')[1]?.length ?? 0
  try {
    const usual = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'code' })
    const { maximumFractionDigits: least = 2 } = usual.resolvedOptions()
    return new Intl.NumberFormat('en', {
      style: 'currency',
      currency,
      currencyDisplay: 'code',
      maximumFractionDigits: Math.max(digits, least),
    }).format(Number(price))
  } catch {
    return `${currency} ${price}` // three letters that Intl does not take
  }
}
