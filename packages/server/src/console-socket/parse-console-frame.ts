import { ConsoleUp } from '@shopbell/protocol'
import { Compile } from 'typebox/compile'
import { readFrame, type Unread } from '../web/read-frame.ts'

export type ParsedConsoleFrame = { readonly ok: true; readonly frame: ConsoleUp } | Unread

const SHAPE = {
  up: Compile(ConsoleUp),
  findMisfit: () => ({ at: '', message: 'fits no frame of a console' }),
}

/** Reads one frame of a console, as strictly as a buyer's. Never throws; whatever is wrong is an answer. */
export function parseConsoleFrame(bytes: Buffer, isBinary: boolean): ParsedConsoleFrame {
  const read = readFrame(bytes, isBinary, SHAPE)
  return read.ok ? read : read.unread
}
