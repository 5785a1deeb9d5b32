import { HttpError } from '@shopbell/protocol'
import type { Static, TSchema } from 'typebox'
import { Value } from 'typebox/value'
import type { ConsoleStage } from './open-console-stage.ts'
import { PASSWORD } from './add-account.ts'

export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** What a request shows of who asks. */
export interface Asking {
  /** A `name=value` cookie of the console's own page. */
  readonly cookie?: string
  readonly apiToken?: string
  readonly body?: unknown
  /** Sent as they are, over everything else; undefined leaves one out. */
  readonly headers?: Readonly<Record<string, string | undefined>>
  readonly address?: string
}

export interface Answered {
  readonly status: number
  readonly text: string
  readonly headers: Readonly<Record<string, unknown>>
  /** The body as the protocol has it; throws where it has another shape. */
  readonly as: <Schema extends TSchema>(schema: Schema) => Static<Schema>
}

/** Asks the console's API as a page of the console would, unless told otherwise. */
export async function ask(
  { app, ownOrigin }: ConsoleStage,
  method: Method,
  path: string,
  { cookie, apiToken, body, headers = {}, address }: Asking = {},
): Promise<Answered> {
  const sent = {
    ...(cookie === undefined ? {} : { cookie, origin: ownOrigin() }),
    ...(apiToken === undefined ? {} : { authorization: `Bearer ${apiToken}` }),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...headers,
  }
  const response = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined)),
    ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
    ...(address === undefined ? {} : { remoteAddress: address }),
  })
  return {
    status: response.statusCode,
    text: response.body,
    headers: response.headers,
    as: (schema) => Value.Parse(schema, JSON.parse(response.body)),
  }
}

let browsers = 0

/** Signs in with the tests' password, each time from another address; the session's cookie as `name=value`. */
export async function signInAs(stage: ConsoleStage, email: string): Promise<string> {
  browsers += 1
  const address = `10.0.${browsers >> 8}.${browsers & 255}`
  const answer = await ask(stage, 'POST', '/session', { body: { email, password: PASSWORD }, address })
  if (answer.status !== 200) throw new Error(`${email} could not sign in: ${answer.text}`)
  return cookieOf(answer)
}

/** The cookie that an answer sets, as `name=value`. */
export function cookieOf({ headers }: Answered): string {
  return setCookieOf(headers).split(';')[0]!
}

export function setCookieOf(headers: Answered['headers']): string {
  return [headers['set-cookie']].flat().map(String)[0] ?? ''
}

/** The code of an error's answer. */
export function codeOf(answer: Answered): string {
  return answer.as(HttpError).code
}
