import type { ConsoleUp, Up } from '@shopbell/protocol'
import type { Asker } from './askers.ts'
import type { IdKind } from './things.ts'

/** What came back: the type of a frame, or the code of a refusal. `nothing` is for what is only told to others. */
export type Heard = string

/** One frame of a socket, with what comes back for each id that it can name. */
export interface FrameRow<Frame> {
  readonly frame: Frame
  /** What the id in it names; without one only `own` is tried. */
  readonly names?: 'conversation' | 'token' | 'product' | 'message'
  /** The rest of the frame, with the id where one is named. */
  readonly says: (id: string) => object
  readonly gives: { readonly own: Heard } & Partial<Readonly<Record<IdKind, Heard>>>
}

/** Who may stay on a console's socket, and what the others' secrets are worth there. */
export const CONSOLE_DOOR: Readonly<Record<Asker, Heard>> = {
  owner: 'welcome',
  admin: 'welcome',
  service_admin: 'welcome',
  agent: 'welcome',
  'other admin': 'welcome',
  'api token': 'TICKET_UNKNOWN',
  buyer: 'TICKET_UNKNOWN',
  'other buyer': 'TICKET_UNKNOWN',
  nobody: 'TICKET_UNKNOWN',
}

/** After the welcome. A console reads what its store's people may read; whatever changes something goes over HTTP. */
export const CONSOLE_ROWS: readonly FrameRow<ConsoleUp['type']>[] = [
  {
    frame: 'hello',
    says: () => ({ type: 'hello', ticket: 'x'.repeat(43) }),
    gives: { own: 'OUT_OF_ORDER' },
  },
  {
    frame: 'watch',
    names: 'conversation',
    says: (conversation) => ({ type: 'watch', conversation, after: 0 }),
    gives: {
      own: 'message',
      foreign: 'NOT_FOUND',
      deleted: 'NOT_FOUND',
      malformed: 'NOT_UNDERSTOOD',
    },
  },
  { frame: 'typing', says: () => ({ type: 'typing' }), gives: { own: 'nothing' } },
  { frame: 'draft', says: () => ({ type: 'draft', watch: true }), gives: { own: 'draft' } },
]

/** Who may chat as whom on a buyers' socket: a token of the chat, and no other secret. */
export const BUYER_DOOR: Readonly<Record<Asker, Heard>> = {
  owner: 'TOKEN_UNKNOWN',
  admin: 'TOKEN_UNKNOWN',
  service_admin: 'TOKEN_UNKNOWN',
  agent: 'TOKEN_UNKNOWN',
  'other admin': 'TOKEN_UNKNOWN',
  'api token': 'TOKEN_UNKNOWN',
  buyer: 'welcome',
  'other buyer': 'welcome',
  // Whoever comes without anything is a new buyer.
  nobody: 'welcome',
}

const text = (words: string) => ({ kind: 'text', text: words })

let ids = 0

/** A message's id is its own for ever: a second one would be answered like the first. */
function newId(): string {
  ids += 1
  return `permission-lane.${ids}`
}

/** `hello` is what a fresh socket says with the buyer's own token; the others come after the welcome. */
export const BUYER_ROWS: readonly FrameRow<Up['type']>[] = [
  {
    frame: 'hello',
    names: 'conversation',
    says: (conversation) => ({ type: 'hello', after: 0, locale: 'en', conversation }),
    gives: {
      own: 'welcome',
      foreign: 'WRONG_CONVERSATION',
      deleted: 'WRONG_CONVERSATION',
      malformed: 'NOT_UNDERSTOOD',
    },
  },
  {
    frame: 'hello',
    names: 'token',
    says: (token) => ({ type: 'hello', after: 0, locale: 'en', token }),
    gives: {
      own: 'welcome',
      foreign: 'TOKEN_UNKNOWN',
      deleted: 'TOKEN_UNKNOWN',
      malformed: 'NOT_UNDERSTOOD',
    },
  },
  { frame: 'enter', says: () => ({ type: 'enter', entry: 'store_home' }), gives: { own: 'message' } },
  {
    frame: 'send',
    says: () => ({ type: 'send', id: newId(), content: text('A question') }),
    gives: { own: 'stored' },
  },
  {
    frame: 'send',
    names: 'product',
    says: (ref) => ({ type: 'send', id: newId(), content: { kind: 'product', ref } }),
    gives: { own: 'stored', foreign: 'REF_UNKNOWN', deleted: 'REF_UNKNOWN', malformed: 'NOT_UNDERSTOOD' },
  },
  {
    frame: 'send',
    names: 'message',
    says: (message) => ({
      type: 'send',
      id: newId(),
      content: { kind: 'choice', message: Number(message), option: 'moq' },
    }),
    gives: { own: 'stored', foreign: 'NOT_HELD', deleted: 'NOT_HELD', malformed: 'NOT_UNDERSTOOD' },
  },
  {
    frame: 'send',
    names: 'message',
    says: (message) => ({
      type: 'send',
      id: newId(),
      content: { kind: 'choice', message: Number(message), option: 'c-0000000000000000' },
    }),
    gives: { own: 'NOT_HELD', foreign: 'NOT_HELD', deleted: 'NOT_HELD', malformed: 'NOT_UNDERSTOOD' },
  },
  {
    frame: 'send',
    says: () => ({ type: 'send', id: newId(), content: { kind: 'menu', item: 'nothing' } }),
    gives: { own: 'NOT_OFFERED' },
  },
  { frame: 'look', says: () => ({ type: 'look', at: 'card', refs: ['any'] }), gives: { own: 'nothing' } },
  {
    frame: 'judge',
    names: 'message',
    says: (message) => ({ type: 'judge', message: Number(message), solved: true }),
    gives: { own: 'NOT_HELD', foreign: 'NOT_HELD', deleted: 'NOT_HELD', malformed: 'NOT_UNDERSTOOD' },
  },
  { frame: 'read', says: () => ({ type: 'read', seq: 1 }), gives: { own: 'nothing' } },
  { frame: 'typing', says: () => ({ type: 'typing' }), gives: { own: 'nothing' } },
  { frame: 'range', says: () => ({ type: 'range', from: 1, to: 1 }), gives: { own: 'message' } },
]
