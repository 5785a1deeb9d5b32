/**
 * One thing that a client saw or did, in the order it happened there. Nothing is ever called failed: a `send` without an answer may
 * be stored or not, and only the database knows. `connection` counts the sockets of a whole run; `body` is what `bodyOf` gives.
 */
export type Operation = { readonly client: string; readonly at: number } & (
  | { readonly f: 'write'; readonly id: string; readonly text: string | null }
  | { readonly f: 'open'; readonly connection: number }
  | { readonly f: 'hello'; readonly connection: number; readonly after: number }
  | {
      readonly f: 'welcome'
      readonly connection: number
      readonly conversation: string
      readonly head: number
    }
  | { readonly f: 'resync'; readonly connection: number }
  | { readonly f: 'send'; readonly connection: number; readonly id: string }
  | { readonly f: 'stored'; readonly connection: number; readonly id: string; readonly seq: number }
  | {
      readonly f: 'refused'
      readonly connection: number
      readonly id: string | null
      readonly code: string
    }
  | { readonly f: 'range'; readonly connection: number; readonly from: number; readonly to: number }
  | {
      readonly f: 'message'
      readonly connection: number
      readonly seq: number
      readonly body: string
      readonly id: string | null
    }
  | { readonly f: 'closed'; readonly connection: number; readonly code: number }
  /** What the client holds at the end, from seq 1. */
  | { readonly f: 'held'; readonly conversation: string; readonly bodies: readonly string[] }
  /** Something was broken or mended: `killed the server`. */
  | { readonly f: 'fault'; readonly what: string }
)

type WithoutTime<Op> = Op extends Operation ? Omit<Op, 'at'> : never
/** An operation before the history has put the time on it. */
export type NewOperation = WithoutTime<Operation>
