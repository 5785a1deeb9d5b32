import { type ErrorCode, MAX_FRAME_BYTES } from '@shopbell/protocol'
import { parse as parseJson } from 'secure-json-parse'
import { findBadText } from './find-bad-text.ts'
import type { Misfit } from './misfit.ts'

/** Why a frame was not read. A kind of client may add what its refusals need. */
export interface Unread {
  readonly ok: false
  readonly code: ErrorCode
  /** What is wrong where; added to the code's sentence. Names places, never repeats a buyer's words. */
  readonly misfit?: Misfit
}

export type ReadFrame<Frame> =
  | { readonly ok: true; readonly frame: Frame }
  /** `value`: what the JSON says, undefined where it is none, so that a refusal can name what was meant. */
  | { readonly ok: false; readonly unread: Unread; readonly value: unknown }

/** What frames of one kind look like: a compiled schema, and where a value differs from it. */
export interface FrameShape<Frame> {
  readonly up: { Check(value: unknown): value is Frame }
  readonly findMisfit: (value: unknown) => Misfit
}

/**
 * Reads one frame of any socket: a text of at most `MAX_FRAME_BYTES`, JSON without keys that reach prototypes, of the shape asked for,
 * in well-formed Unicode without NUL. Never throws; whatever is wrong is an answer.
 */
export function readFrame<Frame>(
  bytes: Buffer,
  isBinary: boolean,
  { up, findMisfit }: FrameShape<Frame>,
): ReadFrame<Frame> {
  if (bytes.byteLength > MAX_FRAME_BYTES) return unread('TOO_BIG')
  if (isBinary) return unread('NOT_UNDERSTOOD', { at: '', message: 'frames are text, not binary' })

  let value: unknown
  try {
    value = parseJson(bytes.toString('utf8'), { protoAction: 'error', constructorAction: 'error' })
  } catch {
    return unread('NOT_UNDERSTOOD', { at: '', message: 'is no JSON, or has a key that is not allowed' })
  }

  if (!up.Check(value)) return unread('NOT_UNDERSTOOD', findMisfit(value), value)
  const at = findBadText(value)
  if (at === null) return { ok: true, frame: value }
  return unread('BAD_TEXT', { at, message: 'holds a NUL or half a surrogate pair' }, value)
}

function unread(code: ErrorCode, misfit?: Misfit, value?: unknown): ReadFrame<never> {
  return { ok: false, unread: { ok: false, code, ...(misfit === undefined ? {} : { misfit }) }, value }
}
