import { assign, fromPromise, setup } from 'xstate'

/** What came of a save: stored, out of reach, or refused as it is. */
export type SaveOutcome = 'saved' | 'offline' | 'refused'

/** What the machine asks of the editor around it. */
export interface SavePorts {
  /** Sends the oldest batch that is not saved yet. Never throws. */
  readonly send: () => Promise<SaveOutcome>
  readonly hasUnsaved: () => boolean
  /** How long to wait after the attempt of that number failed. */
  readonly waitMs: (attempt: number) => number
}

export type SaveEvent = { readonly type: 'CHANGED' } | { readonly type: 'FLUSH' } | { readonly type: 'BACK' }

/** Changes of this long go into one batch: with the way there, they are saved within 600 ms of the last key. */
const GATHER_MS = 400

/**
 * When changes are sent: gathered while somebody types, one batch at a time, the same one again until the server has answered. It
 * knows nothing of documents. `refused` waits for another change (an undo, a shorter text) before it tries again.
 */
export const saveMachine = setup({
  types: {
    // xstate learns its types from values that are never read.
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- its own way to say types
    ...({} as { context: SavePorts & { attempt: number }; events: SaveEvent; input: SavePorts }),
  },
  actors: {
    send: fromPromise<SaveOutcome, SavePorts>(({ input }) => input.send()),
  },
  guards: { hasUnsaved: ({ context }) => context.hasUnsaved() },
  delays: { gather: GATHER_MS, retry: ({ context }) => context.waitMs(context.attempt) },
  actions: {
    countAttempt: assign({ attempt: ({ context }) => context.attempt + 1 }),
    forgetAttempts: assign({ attempt: 0 }),
  },
}).createMachine({
  id: 'save',
  context: ({ input }) => ({ ...input, attempt: 0 }),
  initial: 'saved',
  states: {
    saved: {
      entry: 'forgetAttempts',
      always: { guard: 'hasUnsaved', target: 'gathering' },
      on: { CHANGED: { guard: 'hasUnsaved', target: 'gathering' } },
    },
    gathering: { after: { gather: 'sending' }, on: { FLUSH: 'sending' } },
    sending: {
      invoke: {
        src: 'send',
        input: ({ context }) => context,
        onDone: [
          { guard: ({ event }) => event.output === 'saved', target: 'saved' },
          { guard: ({ event }) => event.output === 'refused', target: 'refused' },
          { target: 'offline' },
        ],
        onError: 'offline',
      },
    },
    offline: {
      entry: 'countAttempt',
      after: { retry: 'sending' },
      on: { FLUSH: 'sending', BACK: 'sending' },
    },
    refused: { on: { CHANGED: 'gathering' } },
  },
})
