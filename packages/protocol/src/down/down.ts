import Type, { type Static } from 'typebox'
import { Beat } from './beat.ts'
import { Judged } from './judged.ts'
import { Menu } from './menu.ts'
import { Message } from './message.ts'
import { Opening } from './opening.ts'
import { Presence } from './presence.ts'
import { ReadDown } from './read.ts'
import { Refused } from './refused.ts'
import { Resync } from './resync.ts'
import { Stored } from './stored.ts'
import { TypingDown } from './typing.ts'
import { Welcome } from './welcome.ts'

/** Everything the server may say to a buyer's client. */
export const Down = Type.Union([
  Welcome,
  Message,
  Stored,
  Refused,
  ReadDown,
  TypingDown,
  Presence,
  Opening,
  Menu,
  Judged,
  Beat,
  Resync,
])
export type Down = Static<typeof Down>
