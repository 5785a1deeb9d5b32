import { createHash } from 'node:crypto'

/** A message's author, kind and content as one short text: equal exactly when they are. */
export function bodyOf(message: {
  readonly author: string
  readonly kind: string
  readonly content: unknown
}): string {
  const { author, kind, content } = message
  return createHash('sha1')
    .update(`${author} ${kind} ${canonical(content)}`)
    .digest('base64url')
    .slice(0, 16)
}

/** JSON with sorted keys, without what is undefined. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
