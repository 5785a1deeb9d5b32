/** Often enough for words such as "waits 5 min". */
const EVERY_MS = 20_000

let at = $state(Date.now())
setInterval(() => (at = Date.now()), EVERY_MS)

/** The present instant for words on the page; what reads it is worded anew as time passes. */
export function now(): number {
  return at
}
