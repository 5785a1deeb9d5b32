import type { Down } from '@shopbell/protocol'

/** Where the frames of one buyer's socket go. */
export interface Listener {
  /** Never throws, whatever state the socket is in. */
  readonly say: (frames: readonly Down[]) => void
  /** Resolves when the socket has taken what was said, or is gone. */
  readonly drained: () => Promise<void>
}
