import type { Down, ErrorCode } from '@shopbell/protocol'

/** Where the frames of one buyer's socket go. */
export interface Listener {
  /** Never throws, whatever state the socket is in. */
  readonly say: (frames: readonly Down[]) => void
  /** Says why, and ends the socket. Never throws. */
  readonly refuse: (code: ErrorCode, about: { readonly final: true }) => void
  /** Resolves when the socket has taken what was said, or is gone. */
  readonly drained: () => Promise<void>
}
