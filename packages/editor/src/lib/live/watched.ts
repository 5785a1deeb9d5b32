import type { Message } from '@shopbell/protocol'

/** The conversation a console follows, and how far it has come. */
export interface Watched {
  readonly conversation: string
  /** The last seq it holds; the next message it takes is `after + 1`. */
  readonly after: number
}

/** What to do with a message: show it, forget it, or ask again because one before it is missing. */
export type Arrival = 'next' | 'known' | 'gap'

/** Messages are shown in seq order, none twice, none left out (protocol promise 2). */
export function arrival(watched: Watched, { seq }: Pick<Message, 'seq'>): Arrival {
  if (seq <= watched.after) return 'known'
  return seq === watched.after + 1 ? 'next' : 'gap'
}
