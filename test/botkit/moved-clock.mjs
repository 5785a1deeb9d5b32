// Time that stands still until it is moved, for a whole process. Timers of at least a second go by it, shorter ones by the machine's.
const SHORT_MS = 1_000

export function movedClock() {
  const planned = new Set()
  const { setTimeout: wait, clearTimeout: forget } = globalThis
  let now = Date.now()
  Date.now = () => now
  globalThis.setTimeout = (run, ms = 0, ...given) => {
    if (ms < SHORT_MS) return wait(run, ms, ...given)
    const timer = { dueAt: now + ms, run: () => run(...given), unref: () => timer, ref: () => timer }
    planned.add(timer)
    return timer
  }
  globalThis.clearTimeout = (timer) => {
    if (!planned.delete(timer)) forget(timer)
  }
  return {
    /** Begins another conversation's time; what earlier ones planned never happens. */
    set: (at) => {
      planned.clear()
      now = at
    },
    /** Goes to the next timer until then and lets it fire, true; else to `at` itself, false. */
    moveTowards: (at) => {
      const [next] = [...planned]
        .filter(({ dueAt }) => dueAt <= at)
        .sort((one, other) => one.dueAt - other.dueAt)
      now = next?.dueAt ?? at
      planned.delete(next)
      next?.run()
      return next !== undefined
    },
  }
}
