import { BLOCK_KINDS, kindOf, type Block, type FlowDocument } from '@shopbell/engine'
import { kindOfNew, type NewBlock } from '../commands/new-block.ts'
import { titleOf } from '../outline-rows.ts'

/** A line of "Connect to…": a block, or one to be made. */
export type ConnectTarget =
  | { readonly kind: Block['kind']; readonly title: string; readonly block: string }
  | {
      readonly kind: Block['kind']
      readonly title: string
      readonly block: null
      readonly makes: NewBlock
    }

/**
 * Where a way may lead, best first: blocks nothing leads to yet, then near ones; at the end new blocks of each kind. `newWords` gives
 * what a new block's line says. Only lines that hold what was typed.
 */
export function connectTargets(
  document: FlowDocument,
  from: string,
  typed: string,
  newWords: (kind: string) => string,
  offered: readonly NewBlock[] = Object.keys(BLOCK_KINDS).filter(isKind),
): readonly ConnectTarget[] {
  const met = new Set(
    Object.values(document.blocks).flatMap((block) =>
      kindOf(block)
        .ports(block)
        .map(({ target }) => target),
    ),
  )
  const entries: readonly (string | undefined)[] = Object.values(document.entries)
  const isLoose = (id: string): boolean => !met.has(id) && !entries.includes(id)
  const blocks = Object.entries(document.blocks)
    .filter(([id]) => id !== from)
    .map(([id, { kind }]) => ({ block: id, kind, title: titleOf(document, id) }))
    .toSorted(
      (a, b) =>
        Number(isLoose(b.block)) - Number(isLoose(a.block)) ||
        distance(document, from, a.block) - distance(document, from, b.block),
    )
  const made = offered.map((makes) => {
    const kind = kindOfNew(makes)
    return { block: null, kind, title: newWords(kind), makes }
  })
  const wanted = typed.trim().toLocaleLowerCase()
  return [...blocks, ...made].filter(({ title }) => title.toLocaleLowerCase().includes(wanted))
}

function isKind(kind: string): kind is Block['kind'] {
  return Object.hasOwn(BLOCK_KINDS, kind)
}

function distance({ layout }: FlowDocument, a: string, b: string): number {
  const [from, to] = [layout[a], layout[b]]
  return from && to ? Math.hypot(from.x - to.x, from.y - to.y) : Number.MAX_VALUE
}
