import { MAX_FRAME_BYTES, Up } from '@shopbell/protocol'
import { parse as parseJson } from 'secure-json-parse'
import { Compile } from 'typebox/compile'
import { findBadText } from '../web/find-bad-text.ts'
import type { Misfit } from '../web/misfit.ts'
import { findMisfit } from './find-misfit.ts'
import type { Unread } from './receive-frames.ts'

export type ParsedFrame = { readonly ok: true; readonly frame: Up } | UnreadFrame

export interface UnreadFrame extends Unread {
  /** The frame's own id, where it has one, so that the client knows which send is meant. */
  readonly id?: string
}

const up = Compile(Up)

/**
 * Reads one frame of a buyer: a text of at most `MAX_FRAME_BYTES`, JSON without keys that reach prototypes, of exactly one of the
 * shapes of `Up`, in well-formed Unicode without NUL. Never throws; whatever is wrong is an answer.
 */
export function parseFrame(bytes: Buffer, isBinary: boolean): ParsedFrame {
  if (bytes.byteLength > MAX_FRAME_BYTES) return { ok: false, code: 'TOO_BIG' }
  if (isBinary) return unfit({ at: '', message: 'frames are text, not binary' })

  let value: unknown
  try {
    value = parseJson(bytes.toString('utf8'), { protoAction: 'error', constructorAction: 'error' })
  } catch {
    return unfit({ at: '', message: 'is no JSON, or has a key that is not allowed' })
  }

  const id = idOf(value)
  if (!up.Check(value)) return { ...unfit(findMisfit(value)), ...id }
  const badText = findBadText(value)
  if (badText !== null) {
    const misfit = { at: badText, message: 'holds a NUL or half a surrogate pair' }
    return { ok: false, code: 'BAD_TEXT', misfit, ...id }
  }
  return { ok: true, frame: value }
}

function unfit(misfit: Misfit): UnreadFrame {
  return { ok: false, code: 'NOT_UNDERSTOOD', misfit }
}

function idOf(value: unknown): { id?: string } {
  if (typeof value !== 'object' || value === null || !('id' in value)) return {}
  return typeof value.id === 'string' && /^[\w.-]{1,64}$/.test(value.id) ? { id: value.id } : {}
}
