import { type CalendarRead, faulty, understood } from './calendar-fault.ts'

/** A line of a calendar with those that continue it. Parameters are left out: what a date's value looks like tells its kind. */
export interface ContentLine {
  /** Where it begins in the file, from 1. */
  readonly line: number
  /** In capitals. */
  readonly name: string
  readonly value: string
}

const LINE_FEED = 10
const RETURN = 13
const CONTINUES: ReadonlySet<number | undefined> = new Set([32, 9])

/** The lines of a calendar file (RFC 5545, 3.1). Continued ones are put together as bytes, because some programs cut within a character. */
export function contentLines(bytes: Uint8Array): CalendarRead<readonly ContentLine[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const lines: ContentLine[] = []
  for (const { line, pieces } of wholeLines(bytes)) {
    const text = decodeWith(decoder, pieces)
    if (text === null) return faulty(line, 'NOT_UTF8')
    if (text.trim() === '') continue
    const colon = colonOf(text)
    const [name = ''] = text.slice(0, Math.max(0, colon)).split(';')
    if (!/^[A-Za-z0-9-]+$/.test(name)) return faulty(line, lines.length === 0 ? 'NO_CALENDAR' : 'NOT_A_LINE')
    lines.push({ line, name: name.toUpperCase(), value: text.slice(colon + 1).trim() })
  }
  return understood(lines)
}

interface WholeLine {
  readonly line: number
  readonly pieces: Uint8Array[]
}

function wholeLines(bytes: Uint8Array): readonly WholeLine[] {
  const whole: WholeLine[] = []
  let line = 1
  for (let begin = 0; begin < bytes.length; line += 1) {
    const feed = bytes.indexOf(LINE_FEED, begin)
    const next = feed === -1 ? bytes.length : feed + 1
    const last = feed === -1 ? bytes.length : feed
    const end = last > begin && bytes[last - 1] === RETURN ? last - 1 : last
    const before = whole.at(-1)
    if (before && CONTINUES.has(bytes[begin])) before.pieces.push(bytes.subarray(begin + 1, end))
    else whole.push({ line, pieces: [bytes.subarray(begin, end)] })
    begin = next
  }
  return whole
}

function decodeWith(decoder: TextDecoder, pieces: readonly Uint8Array[]): string | null {
  try {
    const parts = pieces.map((piece) => decoder.decode(piece, { stream: true }))
    return parts.join('') + decoder.decode()
  } catch {
    return null
  }
}

/** The colon before the value: the first that is not within a parameter's quotes; -1: there is none. */
function colonOf(text: string): number {
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') quoted = !quoted
    else if (text[at] === ':' && !quoted) return at
  }
  return -1
}
