import Type, { type Static } from 'typebox'
import { closed, ExternalRef, FlowId, SentText, Seq } from '../field.ts'

/** Free text of the buyer. */
export const SentTextContent = Type.Object({ kind: Type.Literal('text'), text: SentText }, closed)
/** A tap on `option` of the message numbered `message`. */
export const SentChoice = Type.Object({ kind: Type.Literal('choice'), message: Seq, option: FlowId }, closed)
/** A structured answer to the form in the message numbered `message`: option ids, a number, a text, or a date `YYYY-MM-DD`. */
export const SentAnswer = Type.Object(
  {
    kind: Type.Literal('answer'),
    message: Seq,
    value: Type.Union([Type.Number(), SentText, Type.Array(FlowId, { minItems: 1, maxItems: 50 })]),
  },
  closed,
)
export const SentProduct = Type.Object({ kind: Type.Literal('product'), ref: ExternalRef }, closed)
export const SentOrder = Type.Object({ kind: Type.Literal('order'), ref: ExternalRef }, closed)
export const SentMenuItem = Type.Object({ kind: Type.Literal('menu'), item: FlowId }, closed)
export const SentFile = Type.Object(
  { kind: Type.Literal('file'), upload: Type.String({ minLength: 1, maxLength: 200 }) },
  closed,
)
/** How a person reaches the buyer later: an e-mail address, a telephone number or both. `consent` is the text the buyer agreed to. */
export const SentContact = Type.Object(
  {
    kind: Type.Literal('contact'),
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    email: Type.Optional(Type.String({ minLength: 1, maxLength: 254 })),
    phone: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
    consent: Type.Optional(Type.String({ minLength: 1, maxLength: 1_000 })),
  },
  closed,
)

/** What a buyer can send. */
export const SentContent = Type.Union([
  SentTextContent,
  SentChoice,
  SentAnswer,
  SentProduct,
  SentOrder,
  SentMenuItem,
  SentFile,
  SentContact,
])
export type SentContent = Static<typeof SentContent>
