import type { RemoteBatch } from '../document/conflict.ts'

/** Somebody else who edits this draft, and the block they are in. */
export interface OtherEditor {
  readonly name: string
  readonly block: string | null
}

/** What the editor hears and says on the page's socket. */
export interface DraftLine {
  /** Follows the draft, and tells the others in which block we are. Survives every reconnect. */
  readonly watch: (block: string | null) => void
  readonly unwatch: () => void
  /** Returns what ends the listening. `onBack` comes with every (re)connection: what was missed has to be read. */
  readonly listen: (heard: {
    readonly onBatch: (batch: RemoteBatch) => void
    readonly onOthers: (others: readonly OtherEditor[]) => void
    readonly onBack: () => void
  }) => () => void
}
