/** Work of one conversation, one piece at a time and in the order it came. */
export interface Mailbox {
  /** The result of the work, or null when too much already waits; then the work is never begun. */
  readonly post: <T>(work: () => Promise<T>) => Promise<T> | null
  readonly isIdle: () => boolean
}

/** At most `bound` pieces wait behind the one that runs. */
export function createMailbox(bound: number): Mailbox {
  const waiting: (() => Promise<void>)[] = []
  let running = false

  async function run(): Promise<void> {
    running = true
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await next()
    running = false
  }

  return {
    post: <T>(work: () => Promise<T>) => {
      if (waiting.length >= bound) return null
      const result = new Promise<T>((resolve, reject) => {
        waiting.push(() => Promise.resolve().then(work).then(resolve, reject))
      })
      if (!running) void run()
      return result
    },
    isIdle: () => !running,
  }
}
