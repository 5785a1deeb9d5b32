import { defaultsOf, isVendorName, type Block, type BuiltInKind, type VendorBlock } from '@shopbell/engine'
import type { BlockDescription } from '@shopbell/protocol'

/** What can be added: a kind that every flow has, by its name; a vendor's block, as its description makes it. */
export type NewBlock = Block['kind'] | VendorBlock

/** The empty block of each kind, as the palette adds it. */
const EMPTY_BLOCKS: Readonly<Record<BuiltInKind, () => Block>> = {
  greeting: () => ({ kind: 'greeting', enabled: true }),
  recommendation: () => ({ kind: 'recommendation', enabled: true, count: 3 }),
  faq: () => ({ kind: 'faq', enabled: true, questions: [] }),
  'smart-question': () => ({ kind: 'smart-question', enabled: true, variable: '' }),
  message: () => ({ kind: 'message' }),
  condition: () => ({ kind: 'condition', enabled: true, cases: [] }),
  handoff: () => ({ kind: 'handoff' }),
  end: () => ({ kind: 'end' }),
}

/** Short beginnings of block ids, by kind. */
const STEMS: Readonly<Record<BuiltInKind, string>> = {
  greeting: 'welcome',
  recommendation: 'picks',
  faq: 'faq',
  'smart-question': 'ask',
  message: 'message',
  condition: 'if',
  handoff: 'to-person',
  end: 'end',
}

/** A vendor's block with the defaults of its fields, and all its ways. */
export function vendorBlock({ kind, fields, ways = [] }: BlockDescription): VendorBlock {
  return {
    kind,
    enabled: true,
    ...(fields && { fields: { ...defaultsOf({ fields }) } }),
    ...(ways.length > 0 && { ways: ways.map(({ id }) => ({ id })) }),
  }
}

/** The block as it is added. */
export function blockOf(added: NewBlock): Block {
  if (typeof added === 'object') return added
  return isVendorName(added) ? { kind: added, enabled: true } : EMPTY_BLOCKS[added]()
}

export function kindOfNew(added: NewBlock): Block['kind'] {
  return typeof added === 'object' ? added.kind : added
}

/** How its id begins. */
export function stemOf(added: NewBlock): string {
  const kind = kindOfNew(added)
  return isVendorName(kind) ? kind.slice(kind.indexOf('/') + 1) : STEMS[kind]
}
