import { BotkitUp } from '@shopbell/protocol'
import { Compile } from 'typebox/compile'
import type { Misfit } from '../web/misfit.ts'
import { readFrame, type Unread } from '../web/read-frame.ts'

export type ParsedBotkitFrame = { readonly ok: true; readonly frame: BotkitUp } | UnreadBotkitFrame

export interface UnreadBotkitFrame extends Unread {
  /** It was meant as a buyer's words, which the client shows as sent. */
  readonly isMessage: boolean
}

const SHAPE = { up: Compile(BotkitUp), findMisfit }
const TYPES = BotkitUp.anyOf.map(({ properties }) => properties.type.const)

/** Reads one frame of a Botkit client. Never throws; whatever is wrong is an answer. */
export function parseBotkitFrame(bytes: Buffer, isBinary: boolean): ParsedBotkitFrame {
  const read = readFrame(bytes, isBinary, SHAPE)
  return read.ok ? read : { ...read.unread, isMessage: typeOf(read.value) === 'message' }
}

function findMisfit(value: unknown): Misfit {
  const type = typeOf(value)
  return TYPES.some((known) => known === type)
    ? { at: type === 'message' ? '/text' : '/user', message: 'is missing, empty or too long' }
    : { at: '/type', message: `must be one of ${TYPES.join(', ')}` }
}

function typeOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined
}
