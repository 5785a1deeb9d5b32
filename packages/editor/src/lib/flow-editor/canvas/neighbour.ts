/** A block's rectangle on the canvas. */
export interface Box {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type Direction = 'up' | 'down' | 'left' | 'right'

/** How much a step sideways counts against one straight on. */
const ASIDE_COSTS = 3

/** The block an arrow key goes to: the nearest in that direction, straight ones before those aside; null at the rim. */
export function neighbour(boxes: readonly Box[], from: string, direction: Direction): string | null {
  const start = boxes.find(({ id }) => id === from)
  if (!start) return null
  let best: { readonly id: string; readonly cost: number } | null = null
  for (const box of boxes) {
    const [ahead, aside] = box.id === from ? [0, 0] : distances(start, box, direction)
    if (ahead <= 0) continue
    const cost = ahead + aside * ASIDE_COSTS
    if (!best || cost < best.cost) best = { id: box.id, cost }
  }
  return best?.id ?? null
}

/** How far a box lies ahead (between middles), and how far it is off to a side (between edges). */
function distances(from: Box, to: Box, direction: Direction): readonly [number, number] {
  const dx = to.x + to.width / 2 - (from.x + from.width / 2)
  const dy = to.y + to.height / 2 - (from.y + from.height / 2)
  const asideX = Math.max(0, Math.abs(dx) - (from.width + to.width) / 2)
  const asideY = Math.max(0, Math.abs(dy) - (from.height + to.height) / 2)
  switch (direction) {
    case 'up':
      return [-dy, asideX]
    case 'down':
      return [dy, asideX]
    case 'left':
      return [asideX === 0 ? 0 : -dx, asideY]
    case 'right':
      return [asideX === 0 ? 0 : dx, asideY]
  }
}
