/** Where a JSON text stops being JSON, counted from 1. */
export interface JsonPlace {
  readonly line: number
  readonly column: number
}

/** Reads JSON without throwing. A key that stands twice in one object is an error too: one of the two would be lost in silence. */
export function readJson(
  source: string,
):
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly place: JsonPlace; readonly why: string } {
  try {
    const value: unknown = JSON.parse(source)
    const twice = findKeyTwice(source)
    if (!twice) return { ok: true, value }
    return {
      ok: false,
      place: placeOf(source, twice.offset),
      why: `the key “${twice.key}” stands here a second time`,
    }
  } catch (error) {
    const said = error instanceof Error ? error.message : ''
    const offset = /position (\d+)/.exec(said)?.[1]
    const place = placeOf(source, offset === undefined ? source.length : Number(offset))
    return { ok: false, place, why: 'this is where the text stops being JSON' }
  }
}

function placeOf(source: string, offset: number): JsonPlace {
  const before = source.slice(0, offset)
  const lineStart = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length, column: offset - lineStart + 1 }
}

/** Walks the tokens of a text that is known to be JSON. */
function findKeyTwice(source: string): { key: string; offset: number } | null {
  const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g
  const open: { keys: Set<string> | null; atKey: boolean }[] = []
  for (const match of source.matchAll(TOKEN)) {
    const token = match[0]
    const top = open.at(-1)
    if (token === '{') open.push({ keys: new Set(), atKey: true })
    else if (token === '[') open.push({ keys: null, atKey: false })
    else if (token === '}' || token === ']') open.pop()
    else if (token === ',' && top) top.atKey = top.keys !== null
    else if (token !== ':' && top?.atKey && top.keys) {
      const key: unknown = JSON.parse(token)
      if (typeof key === 'string') {
        if (top.keys.has(key)) return { key, offset: match.index }
        top.keys.add(key)
      }
      top.atKey = false
    }
  }
  return null
}
