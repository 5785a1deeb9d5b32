import type { FlowDocument } from '@shopbell/engine'
import { mainWay, waysOf } from '../commands/ways.ts'
import { CARD } from './card-size.ts'
import type { Card } from './card.ts'

export interface Spot {
  readonly x: number
  readonly y: number
}

/** Room below a block for its link and a word about it. */
export const DOWN_PX = 48
/** Room between columns: links fan out there. */
export const ASIDE_PX = 100
/** What no path reaches stands apart. */
const APART_PX = 120

/**
 * Where every block stands: what the sellers chose. Blocks that nobody has placed yet (a file written by hand) stand where `tidy` would
 * put them.
 */
export function placesOf(
  document: FlowDocument,
  cards: ReadonlyMap<string, Card>,
): ReadonlyMap<string, Spot> {
  return chosenPlaces(document) ?? spotsOf(document, tidy(document, cards))
}

/** The places that sellers chose; null while a block has none. */
export function chosenPlaces(
  document: Pick<FlowDocument, 'blocks' | 'layout'>,
): ReadonlyMap<string, Spot> | null {
  const isPlaced = Object.keys(document.blocks).every((id) => document.layout[id])
  return isPlaced ? spotsOf(document, new Map()) : null
}

function spotsOf(
  { blocks, layout }: Pick<FlowDocument, 'blocks' | 'layout'>,
  otherwise: ReadonlyMap<string, Spot>,
): ReadonlyMap<string, Spot> {
  return new Map(
    Object.keys(blocks).map((id) => {
      const { x, y } = layout[id] ?? otherwise.get(id) ?? { x: 0, y: 0 }
      return [id, { x, y }]
    }),
  )
}

/**
 * Lays a flow out as a buyer meets it: down is "then", right is "it depends". What follows a block stands below it in the same column;
 * what a choice or a case leads to stands one column further, not above its row. Nothing overlaps, and every block has one place.
 */
export function tidy(document: FlowDocument, cards: ReadonlyMap<string, Card>): ReadonlyMap<string, Spot> {
  const places = new Map<string, Spot>()
  /** The first free line of each column. */
  const free: number[] = []
  const heightOf = (id: string): number => cards.get(id)?.height ?? CARD.head

  const place = (start: string, column: number, from: number): void => {
    const chain = unplaced(document, start, places)
    const height = chain.reduce((sum, id) => sum + heightOf(id) + DOWN_PX, 0)
    let y = Math.max(from, free[column] ?? from)
    for (const id of chain) {
      places.set(id, { x: column * (CARD.width + ASIDE_PX), y })
      y += heightOf(id) + DOWN_PX
    }
    free[column] = Math.max(free[column] ?? 0, y - DOWN_PX + (height > 0 ? DOWN_PX : 0))
    for (const id of chain) {
      const top = places.get(id)?.y ?? 0
      for (const { target } of waysOf(document, id).filter((way) => !way.main))
        if (target !== undefined && Object.hasOwn(document.blocks, target) && !places.has(target))
          place(target, column + 1, top)
    }
  }

  const { reception, orderCard } = document.entries
  for (const entry of [reception, orderCard]) if (entry !== undefined) place(entry, 0, free[0] ?? 0)
  for (const id of Object.keys(document.blocks)) {
    if (places.has(id)) continue
    place(id, 0, Math.max(0, ...free) + (places.size > 0 ? APART_PX : 0))
  }
  return places
}

/** The blocks that follow each other, up to one that has its place already. */
function unplaced(
  document: FlowDocument,
  start: string,
  places: ReadonlyMap<string, Spot>,
): readonly string[] {
  const chain: string[] = []
  for (let id: string | undefined = start; id !== undefined; id = mainWay(document, id)?.target) {
    if (!Object.hasOwn(document.blocks, id) || places.has(id) || chain.includes(id)) break
    chain.push(id)
  }
  return chain
}
