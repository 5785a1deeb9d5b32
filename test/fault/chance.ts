/** Chance that a seed repeats: the same calls give the same numbers. */
export interface Chance {
  /** From 0 (included) to 1 (excluded). */
  readonly draw: () => number
  /** A whole number from `least` to `most`, both included. */
  readonly between: (least: number, most: number) => number
  readonly pick: <T>(from: readonly T[]) => T
  readonly happens: (probability: number) => boolean
  /** A source of its own for one part, so that parts do not disturb each other's numbers. */
  readonly branch: () => Chance
}

/** Mulberry32: small, fast, and good enough to spread faults. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0
  const draw = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    draw,
    between: (least, most) => least + Math.floor(draw() * (most - least + 1)),
    pick: (from) => {
      const one = from[Math.floor(draw() * from.length)]
      if (one === undefined) throw new Error('There is nothing to pick from.')
      return one
    },
    happens: (probability) => draw() < probability,
    branch: () => createChance(Math.floor(draw() * 2 ** 32)),
  }
}
