import type { FlowDocument, Profile } from '@shopbell/engine'
import { CARD } from '../canvas/card-size.ts'
import { cardsOf } from '../canvas/card.ts'
import { ASIDE_PX, DOWN_PX, placesOf, type Spot } from '../canvas/places.ts'
import { moveBlocks } from '../commands/blocks.ts'
import type { MakeCommand } from '../commands/command.ts'
import type { NewBlock } from '../commands/new-block.ts'
import { addBlockOn, mainWay, type Way } from '../commands/ways.ts'

/** Room a new block takes until it says something. */
const NEW_PX = CARD.head + CARD.line + CARD.gap

/**
 * Adds a block that a way leads to, where the eye looks for it: below for "then" (what stands there makes room), to the right for "it
 * depends". Without a way it stands below everything. One undo step.
 */
export function insertBlock(kind: NewBlock, way: Way | null, profile: Profile): MakeCommand {
  return (document) => {
    const boxes = boxesOf(document, profile)
    const from = way && boxes.find(({ id }) => id === way.block)
    if (!from) return addBlockOn(kind, { x: 0, y: bottomOf(boxes) }, null)(document)
    const isMain = mainWay(document, way.block)?.path === way.path
    const below = { x: from.x, y: from.y + from.height + DOWN_PX }
    const spot = isMain ? below : freeBeside(boxes, { x: from.x + CARD.width + ASIDE_PX, y: from.y })
    const added = addBlockOn(kind, spot, way)(document)
    const pushed = isMain ? pushedDown(boxes, below) : {}
    const room = Object.keys(pushed).length > 0 ? moveBlocks(pushed)(document) : null
    return added && { ...added, operations: [...added.operations, ...(room?.operations ?? [])] }
  }
}

interface StandingBlock extends Spot {
  readonly id: string
  readonly height: number
}

function boxesOf(document: FlowDocument, profile: Profile): readonly StandingBlock[] {
  const cards = cardsOf(document, profile, document.defaultLocale)
  return [...placesOf(document, cards)].map(([id, spot]) => ({
    id,
    ...spot,
    height: cards.get(id)?.height ?? CARD.head,
  }))
}

function bottomOf(boxes: readonly StandingBlock[]): number {
  return Math.max(0, ...boxes.map(({ y, height }) => y + height + DOWN_PX))
}

/** Where the blocks of a column go when one is put among them: down, all by the same, and not at all where there is room. */
function pushedDown(boxes: readonly StandingBlock[], spot: Spot): Readonly<Record<string, Spot>> {
  const below = boxes.filter((box) => sharesColumn(box, spot) && box.y + box.height > spot.y)
  const needed = spot.y + NEW_PX + DOWN_PX - Math.min(...below.map(({ y }) => y))
  if (below.length === 0 || needed <= 0) return {}
  return Object.fromEntries(below.map(({ id, x, y }) => [id, { x, y: y + needed }]))
}

/** The first free place of a column from a line on. */
function freeBeside(boxes: readonly StandingBlock[], spot: Spot): Spot {
  const inTheWay = boxes
    .filter((box) => sharesColumn(box, spot))
    .toSorted((a, b) => a.y - b.y)
    .reduce(
      (y, box) =>
        box.y < y + NEW_PX + DOWN_PX / 2 && box.y + box.height > y ? box.y + box.height + DOWN_PX / 2 : y,
      spot.y,
    )
  return { x: spot.x, y: inTheWay }
}

function sharesColumn(box: Spot, spot: Spot): boolean {
  return Math.abs(box.x - spot.x) < CARD.width
}
