import Type, { type Static } from 'typebox'
import { closed, ShownText } from '../field.ts'

/** Source text with the small markup of `parseMarkup`; never HTML. */
export const TextContent = Type.Object({ kind: Type.Literal('text'), text: ShownText }, closed)
export type TextContent = Static<typeof TextContent>
