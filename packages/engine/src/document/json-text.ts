import { findJsonFault } from './json-fault.ts'

/** A place in a text, counted from 1; columns in UTF-16 units, as editors count. */
export interface TextPlace {
  readonly line: number
  readonly column: number
}

/** Reads JSON without throwing, and more strictly than `JSON.parse`: no key may stand twice in one object. */
export function readJson(
  source: string,
):
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly place: TextPlace; readonly why: string } {
  const fault = findJsonFault(source)
  if (fault) return { ok: false, place: placeOf(source, fault.offset), why: fault.why }
  const value: unknown = JSON.parse(source)
  return { ok: true, value }
}

function placeOf(source: string, offset: number): TextPlace {
  const before = source.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}
