/** A table's bytes as text, or why they are none. */
export type DecodedTable =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly fault: 'notText' | 'notUtf8' }

/** How a spreadsheet's own format begins (a zip), and an older one. */
const FOREIGN_STARTS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
] as const

/** UTF-8 with or without a mark, or UTF-16 with one; anything else would be letters nobody wrote. */
export function decodeTable(bytes: Uint8Array): DecodedTable {
  if (FOREIGN_STARTS.some((start) => start.every((byte, index) => bytes[index] === byte)))
    return { ok: false, fault: 'notText' }
  try {
    const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes)
    return text.includes('\0') ? { ok: false, fault: 'notText' } : { ok: true, text }
  } catch {
    return { ok: false, fault: 'notUtf8' }
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}
