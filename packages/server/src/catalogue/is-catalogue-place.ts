import { readRowPlace } from '../store/row-place.ts'

/** Whether the list of products gave this as a page's `next`: a title and a ref. */
export function isProductPlace(text: string): boolean {
  return typeof readRowPlace(text)?.[0] === 'string'
}

/** Whether the list of orders did: an instant and a ref. */
export function isOrderPlace(text: string): boolean {
  return typeof readRowPlace(text)?.[0] === 'number'
}
