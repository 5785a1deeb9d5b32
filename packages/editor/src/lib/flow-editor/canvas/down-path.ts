import { CARD } from './card-size.ts'
import type { Spot } from './places.ts'

/** How far below and above blocks a link turns: inside the room that tidying leaves there. */
const TURN_PX = 16
/** How far beside a column a link runs. */
const GUTTER_PX = 30
const CORNER_PX = 8

/**
 * The path of a link from a block's bottom to another's top, as SVG: straight down where it can be, else through the gutter beside the
 * column, so that it passes behind no other block.
 */
export function downPath(from: Spot, to: Spot): string {
  const isBelow = to.y > from.y
  if (isBelow && Math.abs(from.x - to.x) < 1) return `M${from.x} ${from.y}V${to.y}`
  const side = to.x > from.x ? 1 : -1
  const gutter = from.x + side * (CARD.width / 2 + GUTTER_PX)
  return rounded([
    from,
    { x: from.x, y: from.y + TURN_PX },
    { x: gutter, y: from.y + TURN_PX },
    { x: gutter, y: to.y - TURN_PX },
    { x: to.x, y: to.y - TURN_PX },
    to,
  ])
}

/** Lines through points, their corners rounded. */
function rounded(points: readonly Spot[]): string {
  return points
    .map((here, index) => {
      const [before, after] = [points[index - 1], points[index + 1]]
      if (!before || !after) return `${before ? 'L' : 'M'}${here.x} ${here.y}`
      const [start, end] = [towards(here, before), towards(here, after)]
      return `L${start.x} ${start.y}Q${here.x} ${here.y} ${end.x} ${end.y}`
    })
    .join('')
}

function towards(from: Spot, to: Spot): Spot {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  const part = length === 0 ? 0 : Math.min(CORNER_PX, length / 2) / length
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
}
