import type { PlainValue } from '@shopbell/protocol'
import type { KnownFacts } from './known-facts.ts'

/** One vendor's facts, without its name. */
export function ownFacts(known: KnownFacts, vendor: string): Readonly<Record<string, PlainValue>> {
  const own = `${vendor}.`
  return Object.fromEntries(
    Object.entries(known).flatMap(([name, value]) =>
      name.startsWith(own) ? [[name.slice(own.length), value]] : [],
    ),
  )
}
