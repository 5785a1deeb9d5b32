import type { TextContent } from '@shopbell/protocol'
import type { KnownFacts } from '../flow/known-facts.ts'
import type { Json } from '../flow/machine-config.ts'
import { ownFacts } from '../flow/own-facts.ts'
import { isVendorName, vendorOf } from '../flow/vendor-name.ts'

/** Words, and beside them what an extension shows: of the facts it names, those that are known. Without any the words are enough. */
export function extraContent(
  text: string,
  { extra, facts }: Readonly<Record<string, Json>>,
  known: KnownFacts,
): TextContent {
  const kind = String(extra)
  if (!isVendorName(kind) || !Array.isArray(facts)) return { kind: 'text', text }
  const own = Object.entries(ownFacts(known, vendorOf(kind))).filter(([name]) => facts.includes(name))
  return own.length === 0
    ? { kind: 'text', text }
    : { kind: 'text', text, extra: { kind, data: Object.fromEntries(own) } }
}
