/** How long a client waits and how often it asks. */
export interface Patience {
  /** How often a request is sent at the most; 1: once. Every further time its body is kept in memory. */
  readonly tries: number
  /** A try without an answer by then is over. */
  readonly withinMs: number
  /** Sends a request. */
  readonly fetch: (request: Request) => Promise<Response>
}

const TRIES = 3
const WITHIN_MS = 30_000
/** Where the server does not say when to ask again: 200 ms, then 400 ms, … */
const FIRST_PAUSE_MS = 200
/** A server that asks for a longer wait is answered with its refusal: whoever called knows better whether to wait. */
const LONGEST_PAUSE_MS = 20_000

/** Answers that say “not now”: nothing has happened, and the same request may be sent again. */
const NOT_NOW = new Set([429, 503])
const IDEMPOTENCY_KEY = 'idempotency-key'

/**
 * A `fetch` that asks again: after a 429 or 503, when the server says, and after no answer at all. What changes something gets an
 * `Idempotency-Key`, so that it is done once however often it is sent. Gives the last answer, or throws what `fetch` threw last.
 */
export function patientFetch({
  tries = TRIES,
  withinMs = WITHIN_MS,
  fetch = (request) => globalThis.fetch(request),
}: Partial<Patience>): (request: Request) => Promise<Response> {
  return async (request) => {
    const isOurKey = tries > 1 && giveKey(request)
    for (let turn = 1; ; turn += 1) {
      const isLast = turn >= tries
      const attempt = isLast ? request : request.clone()
      try {
        const response = await fetch(within(attempt, withinMs))
        if (isOurKey && !isLast && (await isKeyRefused(response))) {
          request.headers.delete(IDEMPOTENCY_KEY)
          continue
        }
        const pauseMs = NOT_NOW.has(response.status) ? pauseOf(response, turn) : null
        if (isLast || pauseMs === null || pauseMs > LONGEST_PAUSE_MS) return response
        await response.body?.cancel()
        await pause(pauseMs, request.signal)
      } catch (error) {
        if (isLast || request.signal.aborted || !isRepeatable(request)) throw error
        await pause(FIRST_PAUSE_MS * 2 ** (turn - 1), request.signal)
      }
    }
  }
}

/** True where the request got a key; one that whoever called chose stays. */
function giveKey(request: Request): boolean {
  if (isRepeatable(request)) return false
  request.headers.set(IDEMPOTENCY_KEY, crypto.randomUUID())
  return true
}

function isRepeatable({ method, headers }: Request): boolean {
  return method === 'GET' || method === 'HEAD' || headers.has(IDEMPOTENCY_KEY)
}

/** Where the answer shows a secret, the server keeps none and takes no key: then the request is sent without, and once. */
async function isKeyRefused(response: Response): Promise<boolean> {
  return response.status === 400 && (await response.clone().text()).includes('"IDEMPOTENCY_NOT_OFFERED"')
}

function within(request: Request, ms: number): Request {
  return new Request(request, { signal: AbortSignal.any([request.signal, AbortSignal.timeout(ms)]) })
}

function pauseOf(response: Response, turn: number): number {
  const seconds = Number(response.headers.get('retry-after') ?? NaN)
  return Number.isFinite(seconds) ? seconds * 1_000 : FIRST_PAUSE_MS * 2 ** (turn - 1)
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', giveUp)
      resolve()
    }, ms)
    signal.addEventListener('abort', giveUp, { once: true })
  })
}
