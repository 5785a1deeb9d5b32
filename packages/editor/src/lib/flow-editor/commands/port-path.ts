import { kindOf, type FlowDocument } from '@shopbell/engine'
import { keysOf } from './operations.ts'

/** A place a link leaves from: a block, and the pointer of one of its ports. */
export interface PortPlace {
  readonly block: string
  readonly port: string
}

/** Names a link by the place it leaves from: `ask/choices/0/next`. */
export function linkKey({ block, port }: PortPlace): string {
  return block + port
}

/**
 * The edit path of a port. Kinds give pointers with indexes (`/choices/0/next`); an edit names items by id, so that two editors of
 * one list mean the same choice.
 */
export function portPath({ blocks }: FlowDocument, { block, port }: PortPlace): readonly string[] | null {
  let here: unknown = blocks[block]
  const path = ['blocks', block]
  const keys = keysOf(port)
  for (const [index, key] of keys.entries()) {
    const isLast = index === keys.length - 1
    if (Array.isArray(here)) {
      const item: unknown = here[Number(key)]
      if (typeof item !== 'object' || item === null || !('id' in item) || typeof item.id !== 'string')
        return null
      path.push(item.id)
      here = item
    } else if (typeof here === 'object' && here !== null) {
      path.push(key)
      here = isLast ? undefined : Object.entries(here).find(([name]) => name === key)?.[1]
    } else return null
  }
  return path
}

export interface Link extends PortPlace {
  readonly target: string
}

/** All links that lead to one of the blocks. */
export function linksTo(document: FlowDocument, targets: ReadonlySet<string>): readonly Link[] {
  return Object.entries(document.blocks).flatMap(([block, shape]) =>
    kindOf(shape)
      .ports(shape)
      .flatMap(({ at: port, target }) =>
        target !== undefined && targets.has(target) ? [{ block, port, target }] : [],
      ),
  )
}
