import type { FactDescription, VendorName, Words } from '@shopbell/protocol'
import type { RankProducts } from '../rules/rank-products.ts'
import type { ExtensionBlock } from './extension-block.ts'
import type { ExtensionRule } from './extension-rule.ts'
import type { LookUp } from './look-up.ts'

/** The form of extensions that this engine reads. Raised when an extension would have to change to keep working. */
export const EXTENSION_FORMAT = 1

/** What a third party adds to a reception. A plain value: nothing is registered anywhere, a set of them is passed to who needs it. */
export interface Extension {
  readonly format: typeof EXTENSION_FORMAT
  /** Begins the name of all that it adds: `acme/loyalty-points`, `{{acme.points}}`. */
  readonly vendor: string
  readonly version: string
  /** What it knows of a buyer; who looks it up is the shell's business. */
  readonly facts?: Readonly<Record<string, FactDescription>>
  /** Asks for these facts. Carried with the rest, and called by the shell before a step that may need them; the engine never does. */
  readonly lookUp?: LookUp
  readonly blocks?: readonly ExtensionBlock[]
  readonly rules?: readonly ExtensionRule[]
  /** What its blocks show beside their words. */
  readonly contents?: readonly { readonly kind: VendorName; readonly title: Words }[]
  /** Puts products into the order in which they are recommended, instead of the engine's own (REC-04). Pure. */
  readonly rank?: RankProducts
}
