/** Where the shell gets the time from: UTC milliseconds. Tests and simulations bring their own. */
export interface Clock {
  readonly now: () => number
}

export const systemClock: Clock = { now: () => Date.now() }
