const LOOK_EVERY_MS = 1

/** How long an event loop was kept from its next turn at the worst. */
export interface EventLoopWatch {
  readonly stop: () => {
    /** By the wall: what other processes took from this one is in it. */
    readonly blockedMs: number
    /** By this thread's own processor time: what the program itself did without a pause. */
    readonly blockedByWorkMs: number
  }
}

/** Looks every millisecond, and remembers the longest that it had to wait beyond that. */
export function watchEventLoop(): EventLoopWatch {
  let blockedMs = 0
  let blockedByWorkMs = 0
  let lookedAt = performance.now()
  let workedMs = threadMs()
  const timer = setInterval(() => {
    const now = performance.now()
    const worked = threadMs()
    blockedMs = Math.max(blockedMs, now - lookedAt - LOOK_EVERY_MS)
    blockedByWorkMs = Math.max(blockedByWorkMs, worked - workedMs)
    lookedAt = now
    workedMs = worked
  }, LOOK_EVERY_MS)
  return {
    stop: () => {
      clearInterval(timer)
      return { blockedMs, blockedByWorkMs }
    },
  }
}

function threadMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}
