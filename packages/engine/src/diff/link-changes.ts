import type { LinkChange, LinkEnd } from '@shopbell/protocol'
import type { Port } from '../blocks/block-kind.ts'
import { kindOf, type Block } from '../blocks/registry.ts'
import type { FlowDocument } from '../document/flow-document.ts'
import { eitherKey } from './either-key.ts'
import type { Compared } from './flow-diff.ts'

/** The ways that lead elsewhere: where receptions begin, and every port of every block. */
export function linkChanges({ before, after, order, words }: Compared): LinkChange[] {
  const [old, made] = [waysOf(before, order), waysOf(after, order)]
  const endOf = (way: Way | undefined): LinkEnd | null =>
    way === undefined
      ? null
      : { block: way.target, title: way.target === null ? '' : words.title(way.target) }

  return eitherKey(Object.fromEntries(old), Object.fromEntries(made)).flatMap((key): LinkChange[] => {
    const [was, is] = [old.get(key), made.get(key)]
    const way = is ?? was
    if (!way || (was && is && was.target === is.target)) return []
    // A way that leads nowhere and is gone, or has just come, is no news by itself.
    if ((was?.target ?? null) === null && (is?.target ?? null) === null) return []
    const { block, kind, item } = way
    return [
      {
        block,
        kind: block === null ? null : words.kind(block),
        title: block === null ? (item ?? '') : words.title(block),
        way: kind,
        item: item === null || block === null ? null : words.item(block, item),
        before: endOf(was),
        after: endOf(is),
      },
    ]
  })
}

interface Way {
  readonly block: string | null
  readonly kind: LinkChange['way']
  readonly item: string | null
  readonly target: string | null
}

function waysOf({ entries, blocks }: FlowDocument, order: readonly string[]): ReadonlyMap<string, Way> {
  const begins = Object.entries(entries).map(([entry, target]): [string, Way] => [
    `entry ${entry}`,
    { block: null, kind: 'entry', item: entry, target: target ?? null },
  ])
  const ports = order.flatMap((block) =>
    portsOf(blocks[block]).map((port): [string, Way] => {
      const kind = wayOf(port)
      const item = kind === 'item' ? port.label : null
      return [`port ${block} ${kind} ${item ?? ''}`, { block, kind, item, target: port.target ?? null }]
    }),
  )
  return new Map([...begins, ...ports])
}

function portsOf(block: Block | undefined): readonly Port[] {
  return block ? kindOf(block).ports(block) : []
}

function wayOf({ main, afterSilence }: Port): LinkChange['way'] {
  if (main) return 'main'
  return afterSilence ? 'silence' : 'item'
}
