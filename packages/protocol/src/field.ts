import Type, { type Static } from 'typebox'
import { MAX_TEXT_UNITS } from './limits.ts'

/** Shapes that many messages share. Closed objects everywhere: an unknown key is a `NOT_UNDERSTOOD`. */
export const closed = { additionalProperties: false } as const

export const Seq = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })
export const SeqOrZero = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })
/** UTC instant in milliseconds since 1970. */
export const Instant = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })
/** A message's id as its sender names it: `<lane>.<n>`, lane random per outbox, n counting from 1. */
export const ClientId = Type.String({ pattern: '^[A-Za-z0-9_-]{8,32}\\.[1-9][0-9]{0,8}$' })
/** Ids inside a flow document (flow-format rule 1). */
export const FlowId = Type.String({ pattern: '^[a-z0-9-]{1,40}$' })
export const PublicId = Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' })
export const SentText = Type.String({ minLength: 1, maxLength: MAX_TEXT_UNITS })
export const ShownText = Type.String({ maxLength: 20_000 })
export const LocaleTag = Type.String({ pattern: '^[A-Za-z0-9-]{1,35}$' })
export const ExternalRef = Type.String({ minLength: 1, maxLength: 200 })
/** Only http and https leave the server; everything else is dropped before it gets here. */
export const WebAddress = Type.String({ pattern: '^https?://', maxLength: 2_000 })
/** A name that an extension brings: its vendor, a slash, its own name. */
export const VendorName = Type.Unsafe<`${string}/${string}`>(
  Type.String({ pattern: '^[a-z][a-z0-9-]{0,29}/[a-z][a-z0-9-]{0,39}$' }),
)
export type VendorName = Static<typeof VendorName>
/** One value of an extension: plain, and short enough to be journalled with every step that it led to. */
export const PlainValue = Type.Union([Type.String({ maxLength: 500 }), Type.Number(), Type.Boolean()])
export type PlainValue = Static<typeof PlainValue>
