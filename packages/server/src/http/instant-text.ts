import Type from 'typebox'

/** An instant in a query, whose values are texts: UTC milliseconds in digits. */
export const InstantText = Type.String({ pattern: '^[0-9]{1,15}$' })

export function instantOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text)
}
