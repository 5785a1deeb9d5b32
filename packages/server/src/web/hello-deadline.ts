import { HELLO_WITHIN_MS } from '@shopbell/protocol'

/** The time that a socket has for its `hello`, however long the answer to it then takes. */
export interface HelloDeadline {
  /** From now on. */
  readonly begin: () => void
  /** It has come, or nobody waits for it any more. */
  readonly end: () => void
}

/**
 * Calls `onMissed` when no hello came in time; begins at once. A process that was busy for long looks at its timers first and reads
 * after them, so what has arrived meanwhile is read before anybody is sent away.
 */
export function createHelloDeadline(onMissed: () => void, withinMs = HELLO_WITHIN_MS): HelloDeadline {
  let timer: NodeJS.Timeout | undefined
  let reading: NodeJS.Immediate | undefined
  const end = (): void => {
    clearTimeout(timer)
    clearImmediate(reading)
  }
  const begin = (): void => {
    end()
    timer = setTimeout(() => {
      reading = setImmediate(onMissed)
    }, withinMs)
  }
  begin()
  return { begin, end }
}
