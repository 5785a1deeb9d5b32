/** Something that stands in a lane and is dragged between On and Off. */
export interface LaneItem {
  readonly id: string
}

export type LaneName = 'on' | 'off'

/** The two lanes, in the seller's order. */
export interface LanePair {
  readonly on: readonly LaneItem[]
  readonly off: readonly LaneItem[]
}

export interface LanePlace {
  readonly lane: LaneName
  readonly index: number
}

export function placeIn({ on, off }: LanePair, id: string): LanePlace | null {
  const index = on.findIndex((item) => item.id === id)
  if (index >= 0) return { lane: 'on', index }
  const below = off.findIndex((item) => item.id === id)
  return below >= 0 ? { lane: 'off', index: below } : null
}

/** The lanes with an item at another place. */
export function withItemAt(lanes: LanePair, id: string, { lane, index }: LanePlace): LanePair {
  const rest = {
    on: lanes.on.filter((item) => item.id !== id),
    off: lanes.off.filter((item) => item.id !== id),
  }
  return { ...rest, [lane]: rest[lane].toSpliced(index, 0, { id }) }
}

/**
 * One step up or down, over the border between the lanes at their ends. `full`: the lane above takes no more. Null where there is
 * no way further.
 */
export function stepFrom(lanes: LanePair, id: string, by: -1 | 1, maxOn: number): LanePlace | 'full' | null {
  const here = placeIn(lanes, id)
  if (!here) return null
  const index = here.index + by
  if (index >= 0 && index < lanes[here.lane].length) return { lane: here.lane, index }
  if (here.lane === 'on') return by === 1 ? { lane: 'off', index: 0 } : null
  if (by === 1) return null
  return lanes.on.length >= maxOn ? 'full' : { lane: 'on', index: lanes.on.length }
}

/** The items of both lanes, On first: the order that is saved. */
export function inOrder({
  on,
  off,
}: LanePair): readonly { readonly id: string; readonly enabled: boolean }[] {
  return [...on.map(({ id }) => ({ id, enabled: true })), ...off.map(({ id }) => ({ id, enabled: false }))]
}
