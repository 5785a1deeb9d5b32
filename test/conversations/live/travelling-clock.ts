import type { Clock } from '@shopbell/server'

/** A clock that stands still until it is set; each conversation brings its own time. */
export interface TravellingClock extends Clock {
  readonly travelTo: (at: number) => void
}

export function createTravellingClock(startsAt: number): TravellingClock {
  let at = startsAt
  return {
    now: () => at,
    travelTo: (instant) => {
      at = instant
    },
  }
}
