/** A place in a text file; both counted from 1. */
export interface Place {
  readonly line: number
  readonly column: number
}

/**
 * Finds where a JSON Pointer leads in the text of a JSON document: the key of a member, the value of an element. What is not there
 * (a link that is missing) is placed at the deepest part that is. Linear in the text; takes any nesting.
 */
export function placeOf(source: string, pointer: string): Place {
  let place = skipSpace(source, 0)
  let value = place
  for (const part of pointer.split('/').slice(1)) {
    const found = enter(source, value, part.replaceAll('~1', '/').replaceAll('~0', '~'))
    if (!found) break
    place = found.place
    value = found.value
  }
  return lineAndColumn(source, place)
}

interface Found {
  readonly place: number
  readonly value: number
}

function enter(source: string, at: number, part: string): Found | null {
  if (source[at] === '{') return findMember(source, at + 1, part)
  if (source[at] === '[') return findElement(source, at + 1, Number(part))
  return null
}

function findMember(source: string, from: number, key: string): Found | null {
  let at = skipSpace(source, from)
  while (source[at] === '"') {
    const end = skipString(source, at)
    const value = skipSpace(source, skipSpace(source, end) + 1)
    if (JSON.parse(source.slice(at, end)) === key) return { place: at, value }
    at = skipSpace(source, skipValue(source, value))
    if (source[at] !== ',') return null
    at = skipSpace(source, at + 1)
  }
  return null
}

function findElement(source: string, from: number, index: number): Found | null {
  let at = skipSpace(source, from)
  for (let passed = 0; at < source.length && source[at] !== ']'; passed += 1) {
    if (passed === index) return { place: at, value: at }
    at = skipSpace(source, skipValue(source, at))
    if (source[at] !== ',') return null
    at = skipSpace(source, at + 1)
  }
  return null
}

function skipSpace(source: string, from: number): number {
  let at = from
  while (/\s/.test(source.charAt(at))) at += 1
  return at
}

function skipString(source: string, from: number): number {
  let at = from + 1
  while (at < source.length && source[at] !== '"') at += source[at] === '\\' ? 2 : 1
  return at + 1
}

/** The end of the value that begins at `from`; depth is counted, not recursed. */
function skipValue(source: string, from: number): number {
  let at = from
  let depth = 0
  while (at < source.length) {
    const character = source[at]
    if (character === '"') {
      at = skipString(source, at)
      if (depth === 0) return at
      continue
    }
    if (character === '{' || character === '[') depth += 1
    if (character === '}' || character === ']') {
      if (depth === 0) return at
      depth -= 1
      if (depth === 0) return at + 1
    }
    if (depth === 0 && (character === ',' || /\s/.test(character ?? ''))) return at
    at += 1
  }
  return at
}

function lineAndColumn(source: string, offset: number): Place {
  const before = source.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}
