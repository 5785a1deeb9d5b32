/** The promises as a machine can check them. docs/reliability.md says each in a sentence. */
export const INVARIANTS = {
  I1: 'what was acknowledged is stored, under the seq that was said',
  I2: 'a message is stored once, and every acknowledgement of it names the same seq',
  I3: 'the seqs of a conversation are 1, 2, 3 … without a gap',
  I4: 'one seq means the same message to everyone, and to the database',
  I5: 'a connection gets every message after the one it named, in order, none left out',
  I6: 'what one client wrote in an order is stored in that order',
  I7: 'when all is quiet every client holds the whole conversation',
  I8: 'nothing is stored that nobody sent',
  I9: 'everything stored is what the engine says to the journal, played again',
  I10: 'a timer fires once, never before it is due, never after it was cancelled, and none is forgotten',
} as const
export type Invariant = keyof typeof INVARIANTS

export interface Violation {
  readonly invariant: Invariant
  readonly what: string
}
