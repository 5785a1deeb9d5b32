import { Product } from '@shopbell/protocol'

/** What a product of a file can have, as the first line of a CSV names it. */
export const COLUMNS: readonly string[] = Object.keys(Product.properties)
export const NEEDED_COLUMNS: readonly string[] = ['ref', 'title']

/** What each column takes, for who wrote something else. */
export const WHAT_FITS: Readonly<Record<string, string>> = {
  ref: '1 to 200 characters',
  title: '1 to 200 characters',
  price: 'a text of at most 50 characters',
  currency: 'three capital letters such as USD',
  image: 'a web address that begins with https:// or http://',
  url: 'a web address that begins with https:// or http://',
  category: 'a text of at most 200 characters',
  available: 'yes or no',
  published: 'yes or no',
  sales: 'a whole number from 0 on',
}

export function isColumn(name: string): boolean {
  return COLUMNS.includes(name)
}

const YES = ['yes', 'true', '1', '是']
const NO = ['no', 'false', '0', '否']

/** A value of a spreadsheet as a product has it; what cannot be read stays as it is, and does not fit. */
export function cellValue(column: string, cell: string): unknown {
  if (column === 'available' || column === 'published') {
    const word = cell.toLowerCase()
    return YES.includes(word) ? true : NO.includes(word) ? false : cell
  }
  if (column === 'sales') return /^\d{1,15}$/.test(cell) ? Number(cell) : cell
  return cell
}
