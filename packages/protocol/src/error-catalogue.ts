import { CLOSE_CODES, type CloseCode } from './close-code.ts'
import { FLOW_ERRORS } from './flow-errors.ts'
import { REQUEST_ERRORS } from './request-errors.ts'
import { SETTINGS_ERRORS } from './settings-errors.ts'

/** One error a client can meet. `status` is the HTTP status, `close` the WebSocket close code where the socket ends with it. */
export interface CataloguedError {
  readonly status: number
  readonly close?: CloseCode
  /** What went wrong and what to do, in one sentence; sent as it stands. */
  readonly message: string
  /** For the documentation: how to solve it. */
  readonly solve: string
}

/**
 * Every error of the sockets and of HTTP. A code is never renamed; `docs/errors.md` has one row for each, and a test holds the two
 * together. Refusals of the robot (why it stayed silent) and problems of a flow have catalogues of their own in the engine.
 */
export const ERROR_CATALOGUE = {
  NOT_UNDERSTOOD: {
    status: 400,
    message: 'This is not a message of the protocol; see the docs for the shapes.',
    solve:
      'Over HTTP, mend the places that `errors` names; docs/openapi.json has every shape. On a socket, send one JSON object per text frame, of a type and shape that docs/protocol.md lists, without unknown keys.',
  },
  NOT_JSON: {
    status: 415,
    message: 'Bodies are JSON; send them as application/json.',
    solve: 'Send JSON as `application/json`, or a type that `Accept` in the answer names; no forms.',
  },
  BAD_TEXT: {
    status: 400,
    message: 'The text holds a NUL or half a surrogate pair; send well-formed Unicode.',
    solve: 'Remove U+0000 and unpaired surrogates before sending (`string.toWellFormed()`).',
  },
  TOO_BIG: {
    status: 413,
    close: CLOSE_CODES.TOO_BIG,
    message: 'This is larger than allowed; send less at once.',
    solve: 'Frames hold at most 65,536 bytes, texts 4,000 characters, flow files 256 KiB.',
  },
  OUT_OF_ORDER: {
    status: 409,
    message: 'This frame cannot come now; `hello` comes first, once.',
    solve:
      'Send `hello` as the first frame of a socket and never again on it; send `enter` and `send` after `welcome`.',
  },
  HELLO_EXPECTED: {
    status: 408,
    close: CLOSE_CODES.SLOW_OR_SILENT,
    message: 'No `hello` came within five seconds; connect again.',
    solve: 'Send `hello` as soon as the socket is open.',
  },
  TOO_SLOW: {
    status: 408,
    close: CLOSE_CODES.SLOW_OR_SILENT,
    message: 'You read slower than messages come; connect again and go on from your last seq.',
    solve: 'Read the socket steadily; on reconnect say `hello` with `after`.',
  },
  NOT_SIGNED_IN: {
    status: 401,
    close: CLOSE_CODES.NOT_ALLOWED,
    message: 'Sign in first.',
    solve: 'Sign in at /console, or send `Authorization: Bearer <API token>`.',
  },
  TOKEN_UNKNOWN: {
    status: 401,
    close: CLOSE_CODES.NOT_ALLOWED,
    message: 'This token is not (or no longer) known; forget it and say hello without one.',
    solve: 'Forget the stored buyer token; the next hello without it begins a new conversation.',
  },
  TICKET_UNKNOWN: {
    status: 401,
    close: CLOSE_CODES.NOT_ALLOWED,
    message: 'This ticket is used, expired or unknown; fetch a new one.',
    solve: 'Fetch a ticket with POST /api/v1/socket-tickets right before every connection.',
  },
  WRONG_PASSWORD: {
    status: 401,
    message: 'E-mail and password do not belong together; check both.',
    solve: 'Check both. The answer never says which one is wrong.',
  },
  PASSKEY_UNKNOWN: {
    status: 401,
    message: 'This passkey does not open anything here; try again, or sign in with your password.',
    solve:
      'Fetch a challenge right before every attempt: it is good once, for five minutes, from one address. Else use the password and look at the passkeys of your account.',
  },
  PASSKEY_UNFIT: {
    status: 422,
    message: 'This passkey was not added; begin again.',
    solve:
      'A challenge is good once, for five minutes, for the session that asked. The device has to check who unlocks it, and holds one passkey; an account has at most 20.',
  },
  PASSKEYS_NEED_NAME: {
    status: 409,
    message: 'Browsers make passkeys for names only; open the console under a name instead of an IP address.',
    solve: 'Set SHOPBELL_PUBLIC_URL to an address with a host name (with https, or localhost).',
  },
  PASSWORD_DIFFERS: {
    status: 403,
    message: 'This is not your password; type the one you sign in with.',
    solve: 'What cannot be taken back asks for your present password. It is limited like signing in.',
  },
  SETUP_TOKEN_UNKNOWN: {
    status: 401,
    message: 'This set-up link is used or unknown; use the link the server printed last.',
    solve: 'Start the server again: as long as no owner exists it prints a fresh link.',
  },
  SETUP_DONE: {
    status: 409,
    message: 'The owner’s account exists; sign in.',
    solve: 'Sign in at /console.',
  },
  LINK_UNKNOWN: {
    status: 404,
    message: 'This link is used, has expired or was taken back; ask for a new one.',
    solve:
      'Links work once: an invitation for 24 hours, a link for a new password for one hour. A newer one ends the older.',
  },
  PERSON_HERE: {
    status: 409,
    message: 'Somebody with this e-mail has an account here already; look at the list of people.',
    solve: 'Change the role of the account there is, or enable it again, instead of inviting.',
  },
  RANK_TOO_LOW: {
    status: 403,
    message: 'You may invite and change only people below your own role; ask the owner.',
    solve: 'Owners act on everybody, admins on service admins and agents; nobody changes their own role.',
  },
  PERSON_ELSEWHERE: {
    status: 409,
    message: 'This person works for another store, too; only they can ask for a new password.',
    solve:
      'The person asks for a link at /console/forgot, where this server sends mail. A link made here would open the other store.',
  },
  NAME_DIFFERS: {
    status: 422,
    message: 'This is not the store’s name; type it as it is shown.',
    solve:
      'Send the name of GET /api/v1/store, letter for letter. It protects against removing the wrong store.',
  },
  LAST_STORE: {
    status: 409,
    message: 'You have no other store to go to; create one, then remove this one.',
    solve: 'POST /api/v1/stores, or accept an invitation of another store, first.',
  },
  ZONE_UNKNOWN: {
    status: 422,
    message: 'There is no such time zone; choose one such as Asia/Shanghai.',
    solve: 'Send a name of the IANA time zone database that this server’s Intl knows.',
  },
  LANGUAGE_UNKNOWN: {
    status: 422,
    message: 'This is not a language; choose one such as en or zh-CN.',
    solve: 'Send a BCP 47 tag that Intl.Locale accepts.',
  },
  AVATAR_UNFIT: {
    status: 422,
    message: 'The picture is not a PNG, JPEG or WebP of at most 64 KB; choose another.',
    solve: 'Its first bytes say what it is, not its name. Make it smaller; 256 × 256 pixels are plenty.',
  },
  FORBIDDEN: {
    status: 403,
    message: 'Your role may not do this; ask an admin.',
    solve: 'Robot settings and publishing need the role owner or admin (PRM-01).',
  },
  ...REQUEST_ERRORS,
  ORIGIN_REFUSED: {
    status: 403,
    close: CLOSE_CODES.FORBIDDEN,
    message: 'This page may not connect; add its origin to the allowed ones.',
    solve:
      'Console: open it under SHOPBELL_PUBLIC_URL. Widget: add the shop’s origin to the store’s allowed origins.',
  },
  ORIGIN_UNFIT: {
    status: 422,
    message: 'This is not the address of a site; write https://shop.example or https://*.shop.example.',
    solve:
      'Scheme, host and port only. A star stands for all sub-domains, at the beginning, with https and at least two names after it.',
  },
  ORIGINS_FULL: {
    status: 422,
    message: 'A store can allow 100 addresses; remove one first.',
    solve: 'One `https://*.shop.example` stands for all sub-domains.',
  },
  SETTINGS_MOVED: {
    status: 409,
    message: 'Somebody else saved these settings meanwhile; read them again, then save yours.',
    solve: 'GET the settings and send the changes with the revision they now have.',
  },
  LETTER_TOO_OLD: {
    status: 409,
    message: 'This letter is older than a day, so a link in it no longer works; make a new one.',
    solve: 'Make the invitation or the link again; a new letter goes out with it.',
  },
  ...SETTINGS_ERRORS,
  CONSENT_MISSING: {
    status: 422,
    message: 'The contact form needs the words that buyers agree to; write them in one language at least.',
    solve: 'Say who keeps the details, what for and for how long, then switch the form on.',
  },
  STORE_UNKNOWN: {
    status: 404,
    close: CLOSE_CODES.FORBIDDEN,
    message: 'There is no store of this name here; check data-store.',
    solve: 'Use the public store id that the console shows with the snippet.',
  },
  CATALOGUE_UNFIT: {
    status: 422,
    message: 'These do not fit into the catalogue; the sentence says which one and why.',
    solve:
      'Each ref once; a price with a currency is a number; at most 500 categories, each parent among them and none inside itself.',
  },
  CONTACT_UNFIT: {
    status: 422,
    message: 'This cannot be kept as a contact; the sentence says why.',
    solve: 'Send an `at` that is past, an author of the store for its own words only, and a new id for each.',
  },
  NOT_FOUND: {
    status: 404,
    message: 'This does not exist, or is not yours.',
    solve: 'Check the address. Things of another store look as if they did not exist.',
  },
  WRONG_CONVERSATION: {
    status: 404,
    message: 'This conversation is not yours; say hello without it.',
    solve: 'Leave `conversation` out of hello, or send the token that belongs to it.',
  },
  NOT_HELD: {
    status: 409,
    message: 'This option is not one you hold; tap one of the newest list or write.',
    solve:
      'Taps, answers and `judge` name a message this buyer received, and an option it has (FAQ-16, FAQ-17).',
  },
  ANSWER_UNFIT: {
    status: 422,
    message: 'This answer does not fit the question; see its field for type and bounds.',
    solve: 'Send an option the field has, a number within min and max, a date as YYYY-MM-DD.',
  },
  REF_UNKNOWN: {
    status: 404,
    message: 'The store has no such product or order.',
    solve: 'Send a ref of the store’s own catalogue, or of the buyer’s own order.',
  },
  NOT_OFFERED: {
    status: 501,
    message: 'The shop does not offer that here; choose from its menu, or write.',
    solve:
      'Menu items are those of the latest `welcome` or `menu`; files and signed identities come with later versions.',
  },
  RETRY: {
    status: 503,
    message: 'Others changed this conversation at the same moment; send the same again.',
    solve: 'Repeat with the same id; it is stored once.',
  },
  BUSY: {
    status: 503,
    message: 'The server has too much to do; send the same again a little later.',
    solve: 'Repeat with the same id after retryAfterMs.',
  },
  TOO_MANY: {
    status: 429,
    close: CLOSE_CODES.TOO_MANY,
    message: 'Too many at once; wait before the next.',
    solve: 'Wait retryAfterMs. Limits are per socket, buyer and address.',
  },
  DRAINING: {
    status: 503,
    close: CLOSE_CODES.DRAINING,
    message: 'The server is going down; connect again in a moment.',
    solve: 'Reconnect after the jitter given in the close reason.',
  },
  SEARCH_TOO_SHORT: {
    status: 422,
    message: 'This is too short to look for; write two letters or more, or one Chinese character.',
    solve: 'Send a `text` with a word of at least two letters or digits, or one character of Chinese.',
  },
  TAKEN: {
    status: 409,
    message: 'A colleague has this conversation by now; leave it to them, or take it over from them.',
    solve: 'Look at `holder`, then send the same with their id as `from`, or leave it to them.',
  },
  ...FLOW_ERRORS,
  NOT_READY: {
    status: 503,
    close: CLOSE_CODES.DRAINING,
    message: 'The server is not ready; try again in a moment.',
    solve: 'Look at /readyz and the log: the database is away, or a start-up check has not passed.',
  },
  INTERNAL: {
    status: 500,
    message:
      'Something failed on our side; nothing was changed. Try again, and tell the operator the request id.',
    solve: 'Find the request id in the server’s log.',
  },
} as const satisfies Record<string, CataloguedError>

export type ErrorCode = keyof typeof ERROR_CATALOGUE
