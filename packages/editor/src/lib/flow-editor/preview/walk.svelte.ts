import { createContext } from 'svelte'
import { setOf } from '../store/set-of.ts'

/** Where a conversation that is tried stands, and how it came there. The preview fills it, the other views show it. */
export interface Walk {
  /** The block the conversation stands at; null while none is tried. */
  now: string | null
  /** The links that were taken, by `linkKey`. Replaced whole, never changed. */
  walked: ReadonlySet<string>
}

const [useWalk, setWalk] = createContext<Walk>()
export { useWalk }

/** Makes the walk of this desk, for all views below it. */
export function provideWalk(): Walk {
  let now = $state<string | null>(null)
  let walked = $state.raw<ReadonlySet<string>>(setOf())
  return setWalk({
    get now() {
      return now
    },
    set now(block) {
      now = block
    },
    get walked() {
      return walked
    },
    set walked(links) {
      walked = links
    },
  })
}
