/** The highest n that is stored of each lane (outbox) of a conversation. */
export type Lanes = Readonly<Record<string, number>>

/** More devices and tabs than one buyer has; an evicted lane costs a search, never a duplicate. */
const MAX_LANES = 16

/** A client id's two halves: `<lane>.<n>`. The frame's schema holds the form. */
export function laneOf(clientId: string): { readonly lane: string; readonly n: number } {
  const dot = clientId.lastIndexOf('.')
  return { lane: clientId.slice(0, dot), n: Number(clientId.slice(dot + 1)) }
}

/** True when it is certainly not stored yet; else only the conversation’s messages know (protocol.md, promise 1). */
export function isKnownToBeNew(lanes: Lanes, clientId: string): boolean {
  const { lane, n } = laneOf(clientId)
  if (Object.hasOwn(lanes, lane)) return n > (lanes[lane] ?? 0)
  return Object.keys(lanes).length < MAX_LANES
}

/** The lanes after this client id was stored; the lane used longest ago gives way when there are too many. */
export function withStored(lanes: Lanes, clientId: string): Lanes {
  const { lane, n } = laneOf(clientId)
  const highest = Math.max(n, Object.hasOwn(lanes, lane) ? (lanes[lane] ?? 0) : 0)
  const others = Object.entries(lanes).filter(([name]) => name !== lane)
  return Object.fromEntries([...others.slice(Math.max(0, others.length - MAX_LANES + 1)), [lane, highest]])
}
