import { type ImportProblem, Product } from '@shopbell/protocol'
import { Compile } from 'typebox/compile'
import { findBadText } from '../web/find-bad-text.ts'
import { priceFault } from './price-fault.ts'
import { isColumn, NEEDED_COLUMNS, WHAT_FITS } from './product-columns.ts'

const fits = Compile(Product)

/** A row's values as a product, or the first thing that is wrong with them. */
export function checkRow(
  row: number,
  values: Readonly<Record<string, unknown>>,
): { readonly product: Product } | { readonly fault: ImportProblem } {
  const bad = findBadText(values)
  if (bad !== null)
    return fault(row, bad.slice(1), 'VALUE_UNFIT', 'holds a sign that no text has (NUL, or half a character)')
  if (!fits.Check(values)) return misfit(row, values)
  const price = priceFault(values)
  if (price !== null) return fault(row, 'price', 'PRICE_UNFIT', price)
  return { product: values }
}

function misfit(row: number, values: Readonly<Record<string, unknown>>) {
  const missing = NEEDED_COLUMNS.find((column) => values[column] === undefined)
  if (missing !== undefined) return fault(row, missing, 'VALUE_MISSING', 'is empty; every product has one')
  const unknown = Object.keys(values).find((column) => !isColumn(column))
  if (unknown !== undefined) return fault(row, unknown, 'COLUMN_UNKNOWN', 'is nothing that a product has')
  const [first] = fits.Errors(values).filter(({ instancePath }) => instancePath !== '')
  const column = first?.instancePath.slice(1) ?? ''
  return fault(row, column, 'VALUE_UNFIT', `takes ${WHAT_FITS[column] ?? 'something else'}`)
}

function fault(row: number, column: string, code: ImportProblem['code'], what: string) {
  return { fault: { row, column: column.slice(0, 200), code, message: `${column.slice(0, 100)}: ${what}.` } }
}
