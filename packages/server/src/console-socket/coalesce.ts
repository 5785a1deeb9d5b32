/** Runs work that reads the newest state: calls that come while it runs become one more run, so that none is in vain. */
export interface Coalesced {
  readonly run: () => void
}

/** `work` must handle its own failures; `rest` is called when there is nothing left to do. */
export function coalesce(work: () => Promise<void>, rest: () => void = () => undefined): Coalesced {
  let state: 'idle' | 'running' | 'again' = 'idle'

  async function loop(): Promise<void> {
    while (state !== 'idle') {
      state = 'running'
      await work()
      if (isSettled()) state = 'idle'
    }
    rest()
  }
  const isSettled = () => state === 'running'

  return {
    run: () => {
      if (state === 'idle') {
        state = 'running'
        void loop()
      } else {
        state = 'again'
      }
    },
  }
}
