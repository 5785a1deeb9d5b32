/** Where a text stops being JSON, and why, as the end of a sentence. */
export interface JsonFault {
  readonly offset: number
  readonly why: string
}

const SPACE = /[ \t\n\r]*/y
const STRING = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])|(?:true|false|null)(?!\w)/y

const MAX_KEY_SHOWN = 80

type Awaited = 'value' | 'key' | 'colon' | 'comma'

interface Open {
  readonly keys: Set<string> | null
  /** Nothing has been read in it yet, so it may close at once. */
  isEmpty: boolean
}

/**
 * Finds the first place where a text is not JSON; null when it is. `JSON.parse` names a place only for some faults, and each browser
 * in its own words. A key that stands twice in one object is a fault too: one of the two would be lost in silence. Takes any nesting.
 */
export function findJsonFault(source: string): JsonFault | null {
  const open: Open[] = []
  let awaited: Awaited = 'value'
  let at = skip(SPACE, source, 0)
  for (;;) {
    const inside = open.at(-1)
    if (at >= source.length) {
      const isWhole = awaited === 'comma' && !inside
      return isWhole ? null : { offset: source.length, why: 'the text ends here, before it is complete' }
    }
    if (awaited === 'comma' && !inside) return { offset: at, why: 'there is more here after the end' }
    const start = at
    const sign = source.charAt(at)
    const closes = inside && sign === (inside.keys ? '}' : ']')
    if (closes && (awaited === 'comma' || inside.isEmpty)) {
      open.pop()
      awaited = 'comma'
      at += 1
    } else if (awaited === 'comma' || awaited === 'colon') {
      if (sign !== (awaited === 'comma' ? ',' : ':')) return stopsHere(start)
      awaited = awaited === 'comma' && inside?.keys ? 'key' : 'value'
      at += 1
    } else if (awaited === 'key') {
      at = skip(STRING, source, at)
      if (at === start) return stopsHere(start)
      const key = source.slice(start, at)
      if (inside && !isNew(inside, key)) {
        return { offset: start, why: `the key ${key.slice(0, MAX_KEY_SHOWN)} stands here a second time` }
      }
      awaited = 'colon'
    } else {
      if (inside) inside.isEmpty = false
      if (sign === '{' || sign === '[') {
        open.push({ keys: sign === '{' ? new Set() : null, isEmpty: true })
        awaited = sign === '{' ? 'key' : 'value'
        at += 1
      } else {
        at = skip(sign === '"' ? STRING : SCALAR, source, at)
        if (at === start) return stopsHere(start)
        awaited = 'comma'
      }
    }
    at = skip(SPACE, source, at)
  }
}

function stopsHere(offset: number): JsonFault {
  return { offset, why: 'this is where the text stops being JSON' }
}

/** Two spellings of one key are the same key. */
function isNew(inside: Open, spelled: string): boolean {
  const key = String(JSON.parse(spelled))
  inside.isEmpty = false
  if (inside.keys?.has(key)) return false
  inside.keys?.add(key)
  return true
}

/** The offset behind what `pattern` matches at `from`; `from` itself when it does not. */
function skip(pattern: RegExp, source: string, from: number): number {
  pattern.lastIndex = from
  return pattern.test(source) ? pattern.lastIndex : from
}
