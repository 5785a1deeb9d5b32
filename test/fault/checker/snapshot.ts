import type { JournalEntry } from '@shopbell/engine'

/** What the database holds when everything has come to rest. Plain JSON; instants are UTC milliseconds. */
export interface Snapshot {
  /** The database's own clock. */
  readonly now: number
  readonly conversations: readonly KeptConversation[]
  /** Published flows as text, by `<store>.<version>`. */
  readonly flows: Readonly<Record<string, string>>
}

export interface KeptConversation {
  readonly storeId: number
  readonly publicId: string
  readonly head: number
  readonly messages: readonly KeptMessage[]
  readonly journal: readonly JournalEntry[]
  readonly timers: readonly KeptTimer[]
}

export interface KeptMessage {
  readonly seq: number
  readonly at: number
  readonly author: string
  readonly kind: string
  readonly content: unknown
  readonly clientId: string | null
}

export interface KeptTimer {
  readonly id: string
  readonly generation: number
  readonly dueAt: number
}
