import { ERROR_CATALOGUE, HttpError, type ErrorCode } from '@shopbell/protocol'
import type { Static, TSchema } from 'typebox'
import { Check } from 'typebox/value'
import type { Answer, ApiError } from './answer.ts'
import { forgetSession } from './session.svelte.ts'

const API = '/api/v1'

/** What goes out: JSON of a value, text that is JSON already and must arrive byte for byte, or a file of a media type. */
type Outgoing =
  { readonly json: unknown } | { readonly jsonText: string } | { readonly file: Blob; readonly type: string }

/**
 * Asks the server and checks that the answer has the shape `schema`. Never throws. Who turns out not to be signed in
 * (any more) is forgotten, and the console shows the sign-in page.
 */
export async function request<Schema extends TSchema>(
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  schema: Schema,
  outgoing?: Outgoing,
): Promise<Answer<Static<Schema>>> {
  const response = await send(method, path, outgoing)
  if (!response) return failed({ code: 'OFFLINE', message: '', status: 0 })
  const body = await readJson(response)
  if (!response.ok) return failed(readError(response.status, body))
  if (Check(schema, body)) return { ok: true, value: body }
  return failed({ code: 'UNREADABLE', message: '', status: response.status })
}

/** The same for what is answered without a body. */
export async function requestNothing(
  method: 'POST' | 'DELETE',
  path: string,
  outgoing?: Outgoing,
): Promise<Answer<null>> {
  const response = await send(method, path, outgoing)
  if (!response) return failed({ code: 'OFFLINE', message: '', status: 0 })
  if (response.ok) return { ok: true, value: null }
  return failed(readError(response.status, await readJson(response)))
}

async function send(method: string, path: string, outgoing?: Outgoing): Promise<Response | null> {
  const body = outgoing && bodyOf(outgoing)
  const type = outgoing && 'file' in outgoing ? outgoing.type : 'application/json'
  try {
    return await fetch(API + path, {
      method,
      credentials: 'same-origin',
      ...(body !== undefined && { body, headers: { 'content-type': type } }),
    })
  } catch {
    return null
  }
}

function bodyOf(outgoing: Outgoing): string | Blob {
  if ('file' in outgoing) return outgoing.file
  return 'json' in outgoing ? JSON.stringify(outgoing.json) : outgoing.jsonText
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    return null // a proxy's page, or a connection that broke off
  }
}

function readError(status: number, body: unknown): ApiError {
  if (!Check(HttpError, body) || !isErrorCode(body.code)) return { code: 'UNREADABLE', message: '', status }
  const { code, detail, requestId, problems, moved, holder } = body
  if (code === 'NOT_SIGNED_IN') forgetSession()
  return {
    code,
    message: detail,
    status,
    ...(requestId && { requestId }),
    ...(problems && { problems }),
    ...(moved && { moved }),
    ...(holder && { holder }),
  }
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERROR_CATALOGUE, code)
}

function failed(error: ApiError): { readonly ok: false; readonly error: ApiError } {
  return { ok: false, error }
}
