import { PlainValue } from '@shopbell/protocol'
import { Compile } from 'typebox/compile'
import type { KnownFacts } from '../flow/known-facts.ts'
import type { ExtensionSet } from './extension-set.ts'

const Plain = Compile(PlainValue)

/** What a vendor says it knows, as facts: only what it declared, of the declared type; the rest is left out, and named in `unfit`. */
export function readKnown(
  { facts }: ExtensionSet,
  vendor: string,
  said: Readonly<Record<string, unknown>>,
): { readonly known: KnownFacts; readonly unfit: readonly string[] } {
  const known: Record<string, PlainValue> = {}
  const unfit: string[] = []
  for (const [own, value] of Object.entries(said)) {
    const name = `${vendor}.${own}`
    if (value === undefined || value === null) continue
    if (Plain.Check(value) && typeof value === facts.get(name)?.type) known[name] = value
    else unfit.push(name)
  }
  return { known, unfit }
}
