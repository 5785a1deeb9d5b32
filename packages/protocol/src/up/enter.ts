import Type, { type Static } from 'typebox'
import { closed, ExternalRef } from '../field.ts'

/** The pages a buyer can come from (RTE-11). */
export const ENTRIES = ['store_home', 'product', 'order', 'refund', 'logistics_complaint'] as const
export const Entry = Type.Enum([...ENTRIES])
export type Entry = (typeof ENTRIES)[number]

/** The chat's panel became visible to the buyer: "entering" in WEL-04, which a reconnect is not. `ref` names the product or order. */
export const Enter = Type.Object(
  { type: Type.Literal('enter'), entry: Entry, ref: Type.Optional(ExternalRef) },
  closed,
)
export type Enter = Static<typeof Enter>
