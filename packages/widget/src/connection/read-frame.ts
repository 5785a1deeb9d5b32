import type { Down } from '@shopbell/protocol'
import { isRecord } from './is-record.ts'

type Fields = Readonly<Record<string, unknown>>

const isText = (value: unknown): value is string => typeof value === 'string'
const isCount = (value: unknown): value is number => Number.isSafeInteger(value)

/**
 * What this client relies on, per frame. The full schemas stay on the server, which checks every frame it sends: they would
 * be most of the widget's weight.
 */
const shapes: Readonly<Record<Down['type'], (frame: Fields) => boolean>> = {
  welcome: ({ token, head, epoch, store, reception, menu, limits }) =>
    isText(token) &&
    isCount(head) &&
    isText(epoch) &&
    isRecord(store) &&
    isText(store.name) &&
    isRecord(reception) &&
    Array.isArray(menu) &&
    isRecord(limits) &&
    isCount(limits.text) &&
    isCount(limits.range) &&
    limits.range > 0,
  message: ({ seq, at, author, content }) =>
    isCount(seq) && seq > 0 && isCount(at) && isText(author) && isRecord(content) && isText(content.kind),
  stored: ({ id, seq }) => isText(id) && isCount(seq),
  refused: ({ code, message }) => isText(code) && isText(message),
  read: ({ by, seq }) => isText(by) && isCount(seq),
  typing: () => true,
  presence: ({ people }) => isCount(people),
  opening: ({ open, opensAt }) => typeof open === 'boolean' && (opensAt === undefined || isCount(opensAt)),
  menu: ({ menu }) => Array.isArray(menu),
  judged: ({ message, solved }) => isCount(message) && typeof solved === 'boolean',
  beat: ({ head }) => isCount(head),
  resync: ({ epoch, head }) => isText(epoch) && isCount(head),
}

/** Reads one frame of the server; null for anything this version does not know, which is left aside. */
export function readFrame(text: unknown): Down | null {
  try {
    const frame: unknown = JSON.parse(String(text))
    return isDown(frame) ? frame : null
  } catch {
    return null
  }
}

function isDown(frame: unknown): frame is Down {
  return isRecord(frame) && isType(frame.type) && shapes[frame.type](frame)
}

function isType(type: unknown): type is Down['type'] {
  return isText(type) && Object.hasOwn(shapes, type)
}
