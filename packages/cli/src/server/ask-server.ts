import { HttpError } from '@shopbell/protocol'
import type { Static, TSchema } from 'typebox'
import Value from 'typebox/value'
import { CommandFailure } from '../command-failure.ts'
import { EXIT } from '../exit-code.ts'
import type { Finding } from '../flow-file/finding.ts'
import type { ServerAddress } from './server-address.ts'

/** A server that does not answer in this time is as good as none. */
const PATIENCE_MS = 30_000

export interface Question {
  readonly method: 'GET' | 'POST'
  /** Below the server's address, without a leading slash. */
  readonly path: string
  readonly json?: string
  /** Sent as it is instead, as `type`. */
  readonly file?: Blob
  readonly type?: string
  /** Longer than usual, where the server has much to do. */
  readonly withinMs?: number
}

/** The server refused; `problems` are the flow's, where that is why. */
export class Refusal extends CommandFailure {
  readonly code: string
  readonly problems: readonly Finding[]

  constructor({ code, detail, problems = [], requestId }: HttpError) {
    const request = requestId === undefined ? '' : ` (request ${requestId})`
    super(
      problems.length > 0 ? EXIT.PROBLEMS : EXIT.REFUSED,
      `The server refused (${code}): ${detail}${request}`,
    )
    this.name = 'Refusal'
    this.code = code
    this.problems = problems
  }
}

/** Asks for JSON and checks it against its schema. Throws a `Refusal`, or a `CommandFailure` where no Shopbell server answers. */
export async function askForJson<S extends TSchema>(
  server: ServerAddress,
  question: Question,
  schema: S,
): Promise<Static<S>> {
  const body = parseJson(await askForText(server, question))
  if (!Value.Check(schema, body)) throw notOurs(server)
  return body
}

/** Asks for the bytes as they are, decoded as UTF-8. */
export async function askForText(
  server: ServerAddress,
  { method, path, json, file, type = 'application/json', withinMs = PATIENCE_MS }: Question,
): Promise<string> {
  const body = file ?? json
  const url = new URL(path, server.url.href.endsWith('/') ? server.url : `${server.url.href}/`)
  const headers = {
    authorization: `Bearer ${server.token}`,
    accept: 'application/json',
    ...(body === undefined ? {} : { 'content-type': type }),
  }
  let response: Response
  let text: string
  try {
    // A redirect would carry the token somewhere else.
    response = await fetch(url, {
      method,
      headers,
      body: body ?? null,
      redirect: 'error',
      signal: AbortSignal.timeout(withinMs),
    })
    text = await response.text()
  } catch (error) {
    throw new CommandFailure(
      EXIT.UNREACHABLE,
      `No server answers at ${server.url.origin}: ${causeOf(error)}.`,
    )
  }
  if (response.ok) return text
  const refusal = parseJson(text)
  throw Value.Check(HttpError, refusal) ? new Refusal(refusal) : notOurs(server, response.status)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function notOurs({ url }: ServerAddress, status?: number): CommandFailure {
  const said = status === undefined ? '' : ` (status ${String(status)})`
  return new CommandFailure(
    EXIT.REFUSED,
    `${url.origin} does not answer like a Shopbell server${said}; check the address and its version.`,
  )
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error && error.cause.message !== '' ? error.cause.message : error.message
}
