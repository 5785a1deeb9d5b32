import { variablesOf } from './fill-variables.ts'

/** Why a `{{` of a text would not be filled: it names nothing that is known here, or it cannot be read as a variable at all. */
export type VariableFault = { readonly is: 'unknown'; readonly name: string } | { readonly is: 'unreadable' }

/**
 * What keeps the variables of a text from being filled, the unknown ones in their order (WEL-07). `known`: the names that are filled
 * where this text is said; none: it is said as it is written. Every text that a seller saves is looked at by this function.
 */
export function variableFaults(text: string, known: readonly string[]): readonly VariableFault[] {
  const uses = variablesOf(text)
  const unknown = uses.flatMap(({ name }): readonly VariableFault[] =>
    known.includes(name) ? [] : [{ is: 'unknown', name }],
  )
  const braces = text.split('{{').length - 1
  return braces > uses.length ? [...unknown, { is: 'unreadable' }] : unknown
}
