import { Up } from '@shopbell/protocol'
import { Compile } from 'typebox/compile'
import { readFrame, type Unread } from '../web/read-frame.ts'
import { findMisfit } from './find-misfit.ts'

export type ParsedFrame = { readonly ok: true; readonly frame: Up } | UnreadFrame

export interface UnreadFrame extends Unread {
  /** The frame's own id, where it has one, so that the client knows which send is meant. */
  readonly id?: string
}

const SHAPE = { up: Compile(Up), findMisfit }

/** Reads one frame of a buyer. Never throws; whatever is wrong is an answer. */
export function parseFrame(bytes: Buffer, isBinary: boolean): ParsedFrame {
  const read = readFrame(bytes, isBinary, SHAPE)
  return read.ok ? read : { ...read.unread, ...idOf(read.value) }
}

function idOf(value: unknown): { id?: string } {
  if (typeof value !== 'object' || value === null || !('id' in value)) return {}
  return typeof value.id === 'string' && /^[\w.-]{1,64}$/.test(value.id) ? { id: value.id } : {}
}
