import { kindOf, type Block, type FlowDocument } from '@shopbell/engine'
import type { MakeCommand } from './command.ts'
import { drop, put } from './operations.ts'
import { linksTo, portPath, type PortPlace } from './port-path.ts'

/** A block of a chain; with `enabled` it is switched too. */
export interface Place {
  readonly id: string
  readonly enabled?: boolean
}

/** The port that leads on from a block, and where to. */
export function mainPort(
  { blocks }: FlowDocument,
  id: string,
): (PortPlace & { readonly target: string | undefined }) | null {
  const shape: Block | undefined = blocks[id]
  const port =
    shape &&
    kindOf(shape)
      .ports(shape)
      .find(({ main }) => main)
  return port ? { block: id, port: port.at, target: port.target } : null
}

/**
 * Puts blocks that follow each other (smart questions) into another order, and on or off. What led to the first leads to the new
 * first, what the last led to follows the new last; choices that lead elsewhere stay as they are.
 */
export function arrangeChain(chain: readonly string[], wanted: readonly Place[]): MakeCommand {
  return (document) => {
    const [first] = chain
    const newFirst = wanted[0]?.id
    const last = chain.at(-1)
    const ids = wanted.map(({ id }) => id)
    const isSame = chain.toSorted().join() === ids.toSorted().join()
    if (first === undefined || last === undefined || newFirst === undefined || !isSame) return null
    const onward = mainPort(document, last)?.target
    const inside = new Set(chain)
    const fromOutside = linksTo(document, new Set([first])).filter(({ block }) => !inside.has(block))
    return {
      name: { key: 'arrange', subject: newFirst },
      touches: chain,
      operations: [
        ...fromOutside.flatMap((link) => {
          const path = portPath(document, link)
          return path ? [put(path, newFirst)] : []
        }),
        ...Object.entries(document.entries).flatMap(([entry, target]) =>
          target === first ? [put(['entries', entry], newFirst)] : [],
        ),
        ...wanted.flatMap(({ id, enabled }, index) => {
          const port = mainPort(document, id)
          const path = port && portPath(document, port)
          const next = wanted[index + 1]?.id ?? onward
          return [
            ...(path ? [next === undefined ? drop(path) : put(path, next)] : []),
            ...(enabled === undefined ? [] : [put(['blocks', id, 'enabled'], enabled)]),
          ]
        }),
      ],
    }
  }
}

/** Moves a block before the one above it or behind the one below it; null where it has no way on, or nothing to pass. */
export function moveInChain(id: string, by: -1 | 1): MakeCommand {
  return (document) => {
    const passes = (above: string | undefined, below: string | undefined): boolean =>
      above !== undefined &&
      below !== undefined &&
      above !== below &&
      mainPort(document, above)?.target === below &&
      mainPort(document, below) !== null
    const above = Object.keys(document.blocks).find((one) => mainPort(document, one)?.target === id)
    const below = mainPort(document, id)?.target
    const [first, second] = by === -1 ? [above, id] : [id, below]
    if (first === undefined || second === undefined || !passes(first, second)) return null
    const command = arrangeChain([first, second], [{ id: second }, { id: first }])(document)
    return command && { ...command, name: { key: 'moveItem', subject: id } }
  }
}
