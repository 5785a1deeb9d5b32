import type { ExtensionDescription, FactDescription } from '@shopbell/protocol'
import type { BlockKind } from '../blocks/block-kind.ts'
import { kindOf, type Block } from '../blocks/registry.ts'
import type { RankProducts } from '../rules/rank-products.ts'
import { extensionFaults, isExtension } from './extension-faults.ts'
import type { ExtensionRule } from './extension-rule.ts'
import type { Extension } from './extension.ts'
import type { LookUp } from './look-up.ts'
import { describeExtension } from './describe-extension.ts'
import { type DescribedBlock, vendorKind } from './vendor-kind.ts'

/** The extensions that are here, by the names they bring. Immutable; made once, when a process starts. */
export interface ExtensionSet {
  readonly descriptions: readonly ExtensionDescription[]
  readonly kinds: ReadonlyMap<string, BlockKind<Block>>
  /** What texts may name, as `vendor.name`. */
  readonly facts: ReadonlyMap<string, FactDescription>
  /** By vendor. */
  readonly lookUps: ReadonlyMap<string, LookUp>
  readonly rules: readonly ExtensionRule[]
  /** The order of recommendations, where an extension brings one. */
  readonly rank: RankProducts | null
}

/** What a host has that loads none. */
export const NO_EXTENSIONS: ExtensionSet = {
  descriptions: [],
  kinds: new Map(),
  facts: new Map(),
  lookUps: new Map(),
  rules: [],
  rank: null,
}

/** Extensions that go together, or why they do not: a sentence for each fault. */
export type ExtensionsRead =
  | { readonly ok: true; readonly extensions: ExtensionSet }
  | { readonly ok: false; readonly faults: readonly string[] }

/** Puts extensions together. What is not one, or does not go with the others, is refused in sentences; nothing is taken over in part. */
export function extensionSet(values: readonly unknown[]): ExtensionsRead {
  const faults = values.flatMap(extensionFaults)
  const extensions = values.filter(isExtension)
  const twice = extensions.filter(
    ({ vendor }, index) => extensions.findIndex((one) => one.vendor === vendor) < index,
  )
  const ranking = extensions.filter(({ rank }) => rank !== undefined)
  const all = [
    ...faults,
    ...twice.map(({ vendor }) => `Two extensions are of the vendor “${vendor}”; load one of them.`),
    ...(ranking.length > 1
      ? [`${ranking.map(({ vendor }) => `“${vendor}”`).join(' and ')} all rank products; only one can.`]
      : []),
  ]
  if (all.length > 0) return { ok: false, faults: all }
  return { ok: true, extensions: assembled(extensions) }
}

function assembled(extensions: readonly Extension[]): ExtensionSet {
  return {
    descriptions: extensions.map(describeExtension),
    kinds: kindsOf(extensions.flatMap(({ blocks = [] }) => blocks)),
    facts: factsOf(extensions),
    lookUps: new Map(extensions.flatMap(({ vendor, lookUp }) => (lookUp ? [[vendor, lookUp]] : []))),
    rules: extensions.flatMap(({ rules = [] }) => rules),
    rank: extensions.find(({ rank }) => rank !== undefined)?.rank ?? null,
  }
}

/** The same by their descriptions alone: their blocks can be shown, linked and checked, and are not run. */
export function describedSet(descriptions: readonly ExtensionDescription[]): ExtensionSet {
  return {
    descriptions,
    kinds: kindsOf(descriptions.flatMap(({ blocks }) => blocks)),
    facts: factsOf(descriptions),
    lookUps: new Map(),
    rules: [],
    rank: null,
  }
}

/** The kind that answers for a block; one of an extension that is not here says so. */
export function kindIn({ kinds }: ExtensionSet, block: Block): BlockKind<Block> {
  return kinds.get(block.kind) ?? kindOf(block)
}

function kindsOf(blocks: readonly DescribedBlock[]): ReadonlyMap<string, BlockKind<Block>> {
  return new Map(blocks.map((block) => [block.kind, vendorKind(block)]))
}

function factsOf(
  extensions: readonly Pick<Extension, 'vendor' | 'facts'>[],
): ReadonlyMap<string, FactDescription> {
  return new Map(
    extensions.flatMap(({ vendor, facts = {} }) =>
      Object.entries(facts).map(([name, fact]) => [`${vendor}.${name}`, fact] as const),
    ),
  )
}
