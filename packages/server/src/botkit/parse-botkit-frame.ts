import { BotkitUp, MAX_FRAME_BYTES } from '@shopbell/protocol'
import { parse as parseJson } from 'secure-json-parse'
import { Compile } from 'typebox/compile'
import type { Unread } from '../socket/receive-frames.ts'
import { findBadText } from '../web/find-bad-text.ts'
import type { Misfit } from '../web/misfit.ts'

export type ParsedBotkitFrame = { readonly ok: true; readonly frame: BotkitUp } | UnreadBotkitFrame

export interface UnreadBotkitFrame extends Unread {
  /** It was meant as a buyer's words, which the client shows as sent. */
  readonly isMessage: boolean
}

const up = Compile(BotkitUp)
const TYPES = BotkitUp.anyOf.map(({ properties }) => properties.type.const)

/** Reads one frame of a Botkit client. Never throws; whatever is wrong is an answer. */
export function parseBotkitFrame(bytes: Buffer, isBinary: boolean): ParsedBotkitFrame {
  if (bytes.byteLength > MAX_FRAME_BYTES) return { ok: false, code: 'TOO_BIG', isMessage: false }
  if (isBinary) return unfit({ at: '', message: 'frames are text, not binary' })
  let value: unknown
  try {
    value = parseJson(bytes.toString('utf8'), { protoAction: 'error', constructorAction: 'error' })
  } catch {
    return unfit({ at: '', message: 'is no JSON, or has a key that is not allowed' })
  }
  if (!up.Check(value)) return unfit(misfitOf(value), isMessage(value))
  const at = findBadText(value)
  if (at === null) return { ok: true, frame: value }
  const misfit = { at, message: 'holds a NUL or half a surrogate pair' }
  return { ok: false, code: 'BAD_TEXT', misfit, isMessage: isMessage(value) }
}

function misfitOf(value: unknown): Misfit {
  const type = typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined
  return TYPES.some((known) => known === type)
    ? { at: type === 'message' ? '/text' : '/user', message: 'is missing, empty or too long' }
    : { at: '/type', message: `must be one of ${TYPES.join(', ')}` }
}

function isMessage(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'message'
}

function unfit(misfit: Misfit, isMessage = false): UnreadBotkitFrame {
  return { ok: false, code: 'NOT_UNDERSTOOD', misfit, isMessage }
}
