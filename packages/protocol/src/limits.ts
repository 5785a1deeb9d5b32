/** Largest frame either end may send, in bytes of UTF-8. The socket closes with 4413 above it. */
export const MAX_FRAME_BYTES = 65_536

/** Longest text a buyer or an agent may send in one message, in UTF-16 units (a guard, not a seller's limit). */
export const MAX_TEXT_UNITS = 4_000

/** A socket that has not sent `hello` by then is closed with 4408. */
export const HELLO_WITHIN_MS = 5_000

/** The server says `beat` this often; a client that misses two reconnects. */
export const BEAT_EVERY_MS = 25_000

/** Most messages one `range` may ask for; a client asks again for the rest. */
export const MAX_RANGE = 500
