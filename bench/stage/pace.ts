/** How much time the measures take. Times are milliseconds. */
export interface Pace {
  /** Interleaved rounds; every figure is a median over them. */
  readonly rounds: number
  readonly roundMs: number
  readonly openLoopMs: number
  /** Load that is not counted, so that what is measured is compiled and cached: V8 is at it for some 50,000 messages. */
  readonly warmUpMs: number
  readonly engineLapMs: number
  readonly idleSessions: number
  readonly inboxConversations: number
  /** Of each kind, to the console. */
  readonly consoleRequests: number
}

/** About eight minutes in all. */
export const FULL: Pace = {
  rounds: 5,
  roundMs: 4_000,
  openLoopMs: 5_000,
  warmUpMs: 8_000,
  engineLapMs: 400,
  idleSessions: 10_000,
  inboxConversations: 100_000,
  consoleRequests: 40,
}

/** About two minutes: whether the bench works, not what it says. */
export const QUICK: Pace = {
  rounds: 2,
  roundMs: 1_500,
  openLoopMs: 1_500,
  warmUpMs: 1_500,
  engineLapMs: 100,
  idleSessions: 1_000,
  inboxConversations: 5_000,
  consoleRequests: 10,
}
