import type { BlockDescription, ExtensionDescription } from '@shopbell/protocol'
import type { Extension } from './extension.ts'

/** An extension without its code: plain JSON, for whoever only shows its blocks. */
export function describeExtension(extension: Extension): ExtensionDescription {
  const { vendor, version, facts = {}, blocks = [], rules = [], contents = [], rank } = extension
  return {
    vendor,
    version,
    facts: { ...facts },
    blocks: blocks.map(describeBlock),
    rules: rules.map(({ name, says }) => ({ name, says })),
    contents: contents.map(({ kind, title }) => ({ kind, title })),
    ranks: rank !== undefined,
  }
}

function describeBlock(block: BlockDescription): BlockDescription {
  const { kind, title, says, fields, labels, text, ways } = block
  return {
    kind,
    title,
    ...(says && { says }),
    ...(fields && { fields }),
    ...(labels && { labels }),
    ...(text && { text }),
    ...(ways && { ways }),
  }
}
