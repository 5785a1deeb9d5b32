import Type, { type Static } from 'typebox'
import { closed, PlainValue, ShownText, VendorName } from '../field.ts'

/**
 * What an extension shows in its own way, beside the words that say the same: whoever has no part of the extension shows the words,
 * and nothing is lost. Plain values only, so that it can be kept, searched and exported like any other message.
 */
export const ExtraContent = Type.Object(
  {
    kind: VendorName,
    data: Type.Record(Type.String({ pattern: '^[a-z][A-Za-z0-9-]{0,39}$' }), PlainValue, {
      ...closed,
      maxProperties: 20,
    }),
  },
  closed,
)
export type ExtraContent = Static<typeof ExtraContent>

/** Source text with the small markup of `parseMarkup`; never HTML. */
export const TextContent = Type.Object(
  { kind: Type.Literal('text'), text: ShownText, extra: Type.Optional(ExtraContent) },
  closed,
)
export type TextContent = Static<typeof TextContent>
