import Type, { type TLiteral, type TObject, type TSchema } from 'typebox'
import { closed } from '../field.ts'

/** When it happened, in UTC, as `2026-11-22T17:45:06.123Z`: Standard Webhooks asks for ISO 8601. */
export const EventTimestamp = Type.String({
  pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$',
})

/** The body of a webhook by the rules of Standard Webhooks: what happened, when, and what is to be known of it. */
export function envelope<Name extends string, Data extends TSchema>(
  type: Name,
  data: Data,
): TObject<{ type: TLiteral<Name>; timestamp: typeof EventTimestamp; data: Data }> {
  return Type.Object({ type: Type.Literal(type), timestamp: EventTimestamp, data }, closed)
}
