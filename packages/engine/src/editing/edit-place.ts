/** Plain JSON as it stands in a document. */
export type JsonValue = unknown

export function isRecord(value: JsonValue): value is Readonly<Record<string, JsonValue>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The name of a list's item: its id, or the item itself when it is a text. */
export function itemName(item: JsonValue): string | undefined {
  if (typeof item === 'string') return item
  return isRecord(item) && typeof item['id'] === 'string' ? item['id'] : undefined
}

export function itemIndex(list: readonly JsonValue[], name: string): number {
  return list.findIndex((item) => itemName(item) === name)
}

/** What stands at a path, or undefined. */
export function valueAt(value: JsonValue, path: readonly string[]): JsonValue {
  let here = value
  for (const key of path) {
    if (Array.isArray(here)) here = here[itemIndex(here, key)]
    else if (isRecord(here) && Object.hasOwn(here, key)) here = here[key]
    else return undefined
  }
  return here
}
