/** Version of the buyers' wire protocol; the WebSocket subprotocol is `shopbell.v<version>`. */
export const PROTOCOL_VERSION = 1

/** What a client offers when it opens `/v1/chat`, or the console's socket. */
export const BUYER_SUBPROTOCOL = 'shopbell.v1'
export const CONSOLE_SUBPROTOCOL = 'shopbell.console.v1'

/** One line per version: what changed on the wire, and whether old clients still work. */
export const PROTOCOL_HISTORY: Readonly<Record<number, string>> = {
  1: 'First version: hello, enter, send, read, typing, range, look, judge; welcome, message, stored, refused, read, typing, presence, opening, menu, judged, beat, resync.',
}
