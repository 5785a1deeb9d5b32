import { createContext } from 'svelte'
import type { Way } from '../commands/ways.ts'

/** A way that somebody wants to lead somewhere, whichever view asks. */
export interface ConnectWish {
  readonly way: Way
  /** Where the link was dropped: on the page, and on the canvas for a new block. */
  readonly drop?: { readonly page: Point; readonly canvas: Point }
  /** Moves the keyboard when the dialog is gone. `target`: what the way leads to now, null when nothing was chosen; `goes`: go there. */
  readonly ondone?: (target: string | null, goes: boolean) => void
}

interface Point {
  readonly x: number
  readonly y: number
}

/** The one "Connect to…" of the desk. */
export interface Connecting {
  readonly wish: ConnectWish | null
  ask(wish: ConnectWish): void
  close(): void
}

const [useConnecting, setConnecting] = createContext<Connecting>()
export { useConnecting }

export function provideConnecting(): Connecting {
  let wish = $state.raw<ConnectWish | null>(null)
  return setConnecting({
    get wish() {
      return wish
    },
    ask: (next) => (wish = next),
    close: () => (wish = null),
  })
}
