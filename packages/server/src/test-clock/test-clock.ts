import type { Clock } from '../clock.ts'

/** A clock that stands still until a test moves it, forwards or back: each conversation brings its own time. */
export interface TestClock extends Clock {
  readonly moveTo: (at: number) => void
}

export function createTestClock(startsAt: number): TestClock {
  let at = startsAt
  return {
    now: () => at,
    moveTo: (instant) => {
      at = instant
    },
  }
}
