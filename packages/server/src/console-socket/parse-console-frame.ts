import { ConsoleUp, type ErrorCode, MAX_FRAME_BYTES } from '@shopbell/protocol'
import { parse as parseJson } from 'secure-json-parse'
import { Compile } from 'typebox/compile'
import { findBadText } from '../web/find-bad-text.ts'

export type ParsedConsoleFrame =
  { readonly ok: true; readonly frame: ConsoleUp } | { readonly ok: false; readonly code: ErrorCode }

const up = Compile(ConsoleUp)

/** Reads one frame of a console, as strictly as a buyer's. Never throws; whatever is wrong is an answer. */
export function parseConsoleFrame(bytes: Buffer, isBinary: boolean): ParsedConsoleFrame {
  if (bytes.byteLength > MAX_FRAME_BYTES) return { ok: false, code: 'TOO_BIG' }
  if (isBinary) return { ok: false, code: 'NOT_UNDERSTOOD' }
  const value = readJson(bytes)
  if (!up.Check(value)) return { ok: false, code: 'NOT_UNDERSTOOD' }
  return findBadText(value) === null ? { ok: true, frame: value } : { ok: false, code: 'BAD_TEXT' }
}

/** The value, or undefined where the bytes are no JSON or have a key that reaches a prototype. */
function readJson(bytes: Buffer): unknown {
  try {
    return parseJson(bytes.toString('utf8'), { protoAction: 'error', constructorAction: 'error' })
  } catch {
    return undefined
  }
}
