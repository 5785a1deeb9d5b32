import { ApiTokenCreated, TOKEN_SCOPES } from '@shopbell/protocol'
import type { Static, TSchema } from 'typebox'
import Value from 'typebox/value'

/** The console's HTTP API as a program uses it. */
export interface ConsoleApi {
  readonly token: string
  /** Asks and checks the answer against its schema; throws for any other answer. */
  readonly ask: <S extends TSchema>(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    schema: S,
    body?: string,
  ) => Promise<Static<S>>
  /** Posts as the owner who sits at the console. */
  readonly postAsPerson: <S extends TSchema>(path: string, schema: S, body: string) => Promise<Static<S>>
}

const OWNER = { name: 'Owner', email: 'owner@shop.example', password: 'correct horse battery' }

/** Creates the owner with the one-time link, as a new seller does, and an API token for everything after. */
export async function openConsoleApi(url: string, setupLink: string): Promise<ConsoleApi> {
  const token = new URL(setupLink).hash.slice('#token='.length)
  const setup = await post(url, 'setup', JSON.stringify({ token, ...OWNER }), { origin: url })
  const cookie = cookieOf(setup)
  const made = await post(
    url,
    'api-tokens',
    JSON.stringify({ name: 'conversations', scopes: TOKEN_SCOPES }),
    { origin: url, cookie },
  )
  const { token: apiToken } = Value.Parse(ApiTokenCreated, await made.json())
  const headers = { authorization: `Bearer ${apiToken}` }
  return {
    token: apiToken,
    ask: async (method, path, schema, body) => {
      const response =
        method === 'GET' || method === 'DELETE'
          ? await fetch(`${url}/api/v1/${path}`, { method, headers })
          : await post(url, path, body ?? '{}', headers, method)
      return parsed(response, `${method} ${path}`, schema)
    },
    postAsPerson: async (path, schema, body) => {
      const { email, password } = OWNER
      // A session of long ago is over: conversations are days apart.
      const session = await post(url, 'session', JSON.stringify({ email, password }), { origin: url })
      return parsed(
        await post(url, path, body, { origin: url, cookie: cookieOf(session) }),
        `POST ${path}`,
        schema,
      )
    },
  }
}

function cookieOf(response: Response): string {
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

async function parsed<S extends TSchema>(response: Response, what: string, schema: S): Promise<Static<S>> {
  if (!response.ok) throw new Error(`${what}: ${String(response.status)} ${await response.text()}`)
  return Value.Parse(schema, await response.json())
}

async function post(
  url: string,
  path: string,
  body: string,
  headers: Record<string, string>,
  method: 'POST' | 'PUT' = 'POST',
): Promise<Response> {
  return fetch(`${url}/api/v1/${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body,
  })
}
