import Type, { type Static } from 'typebox'
import { Enter } from './enter.ts'
import { Hello } from './hello.ts'
import { Judge } from './judge.ts'
import { Look } from './look.ts'
import { Range } from './range.ts'
import { ReadUp } from './read.ts'
import { Send } from './send.ts'
import { TypingUp } from './typing.ts'

/** Everything a buyer's client may say. */
export const Up = Type.Union([Hello, Enter, Send, ReadUp, TypingUp, Range, Look, Judge])
export type Up = Static<typeof Up>
