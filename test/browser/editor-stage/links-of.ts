import { kindOf, type FlowDocument } from '@shopbell/engine'

/** Where all links and entries of a flow lead. */
export function linksOf({ blocks, entries }: FlowDocument): readonly string[] {
  const links = Object.values(blocks).flatMap((block) =>
    kindOf(block)
      .ports(block)
      .map(({ target }) => target),
  )
  return [...links, ...Object.values(entries)].filter((target) => target !== undefined)
}
