import { BLOCK_KINDS, describedSet, NO_EXTENSIONS, type Block, type ExtensionSet } from '@shopbell/engine'
import type { BlockDescription, Words } from '@shopbell/protocol'
import { readExtensions } from '#lib/api/extensions.ts'
import { locale, type Locale } from '#lib/i18n/locale.svelte.ts'
import { type NewBlock, vendorBlock } from './commands/new-block.ts'

/** The extensions of the server, by their descriptions. They change only when the server is started again. */
let known = $state.raw<ExtensionSet>(NO_EXTENSIONS)

export const extensions = (): ExtensionSet => known

/** Asks the server once for a page. Where it does not answer, blocks of extensions are shown by their names. */
export async function loadExtensions(): Promise<void> {
  if (known !== NO_EXTENSIONS) return
  const answer = await readExtensions()
  if (answer.ok) known = describedSet(answer.value.extensions)
}

/** A vendor's kind as its extension describes it; undefined where that is not loaded. */
export function describedBlock(kind: string): BlockDescription | undefined {
  return known.descriptions.flatMap(({ blocks }) => blocks).find((block) => block.kind === kind)
}

/** What the extension calls a way out of its block; the id where it is not loaded. */
export function vendorWayName(kind: string, id: string): string {
  const way = describedBlock(kind)?.ways?.find((one) => one.id === id)
  return way ? extensionWords(way.title) : id
}

/** Everything that can be added, in the order of a palette. */
export function offeredBlocks(): readonly NewBlock[] {
  const own = Object.keys(BLOCK_KINDS).filter(isBuiltIn)
  return [...own, ...known.descriptions.flatMap(({ blocks }) => blocks.map(vendorBlock))]
}

function isBuiltIn(kind: string): kind is Block['kind'] {
  return Object.hasOwn(BLOCK_KINDS, kind)
}

/** An extension's words in the reader's language, else in English. */
export function extensionWords(words: Words, language: Locale = locale()): string {
  return words[language] ?? words.en
}
