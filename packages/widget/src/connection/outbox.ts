import type { SentContent } from '@shopbell/protocol'

/** Why the server will not take an entry, in its own words. */
export interface Refusal {
  readonly code: string
  readonly message: string
}

/** One message of the buyer on its way. `id` is `<lane>.<n>` and never changes, however often it is sent. */
export interface OutboxEntry {
  readonly id: string
  /** Place among the entries of all lanes of this browser: what was written first is sent first. */
  readonly order: number
  readonly content: SentContent
  /** What the buyer's bubble shows until the message comes back. */
  readonly shown: string
  readonly at: number
  readonly refusal: Refusal | null
  /** The seq it got; the entry stays until the message itself arrives, so that the bubble never blinks. */
  readonly storedAs: number | null
}

export type Outbox = readonly OutboxEntry[]

/** What of an entry outlives the page. */
export type KeptEntry = Pick<OutboxEntry, 'id' | 'order' | 'content' | 'shown' | 'at'>

/** Entries left by earlier pages (or kept by another tab), in the order in which they were written. */
export function outboxOf(kept: readonly KeptEntry[]): Outbox {
  return kept
    .map((entry) => ({ ...entry, refusal: null, storedAs: null }))
    .sort((a, b) => a.order - b.order || a.at - b.at || numberOf(a.id) - numberOf(b.id))
}

export function nextOrder(outbox: Outbox): number {
  return outbox.reduce((highest, { order }) => Math.max(highest, order), 0) + 1
}

/** The first entry that still has to be sent. Only one is on its way at a time, so a refused one cannot be overtaken. */
export function firstDue(outbox: Outbox): OutboxEntry | null {
  return outbox.find(({ refusal, storedAs }) => !refusal && storedAs === null) ?? null
}

export function withStored(outbox: Outbox, id: string, seq: number): Outbox {
  return outbox.map((entry) => (entry.id === id ? { ...entry, storedAs: seq, refusal: null } : entry))
}

export function withRefusal(outbox: Outbox, id: string, refusal: Refusal | null): Outbox {
  return outbox.map((entry) => (entry.id === id ? { ...entry, refusal } : entry))
}

export function without(outbox: Outbox, id: string): Outbox {
  return outbox.some((entry) => entry.id === id) ? outbox.filter((entry) => entry.id !== id) : outbox
}

function numberOf(id: string): number {
  return Number(id.slice(id.lastIndexOf('.') + 1))
}
