import type { ImportProblem } from '@shopbell/protocol'
import { t } from '#lib/i18n/locale.svelte.ts'

/** What each column takes, in words. */
const FITS: Readonly<
  Record<string, `products.fits.${'price' | 'currency' | 'address' | 'yesNo' | 'number'}`>
> = {
  price: 'products.fits.price',
  currency: 'products.fits.currency',
  image: 'products.fits.address',
  url: 'products.fits.address',
  available: 'products.fits.yesNo',
  published: 'products.fits.yesNo',
  sales: 'products.fits.number',
}

/** A problem of a file in the console's language. */
export function faultWords({ code, column = '' }: ImportProblem): string {
  return t(`products.fault.${code}`, { column, fits: t(FITS[column] ?? 'products.fits.text') })
}
