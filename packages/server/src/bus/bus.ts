/**
 * What one part of the system (or one node) tells the others. Ids and numbers only, never content: a wake that is lost costs time,
 * never a message, because whoever is woken reads the database.
 */
export type Wake =
  | {
      readonly type: 'conversation'
      readonly storeId: number
      readonly conversationId: number
      /** The last seq after the commit; equal to the one before when a step stored no message. */
      readonly head: number
    }
  | {
      readonly type: 'typing'
      readonly storeId: number
      readonly conversationId: number
      readonly by: 'buyer' | 'agent'
    }
  | {
      readonly type: 'read'
      readonly storeId: number
      readonly conversationId: number
      readonly by: 'buyer' | 'agent'
      readonly seq: number
    }
  | { readonly type: 'flow'; readonly storeId: number }
  | { readonly type: 'signed_out'; readonly storeId: number; readonly sessionId: number }
  | { readonly type: 'presence'; readonly storeId: number; readonly people: number }

/** The port between nodes and between the parts of one node. Publishing never throws and never waits. */
export interface Bus {
  readonly publish: (wake: Wake) => void
  /** The listener gets every wake, its own process' too. Returns how to stop listening. */
  readonly subscribe: (listener: (wake: Wake) => void) => () => void
}
