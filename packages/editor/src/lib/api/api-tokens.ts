import { type ApiTokenBody, ApiTokenCreated, ApiTokenList } from '@shopbell/protocol'
import type { Answer } from './answer.ts'
import { request, requestNothing } from './request.ts'

export const listApiTokens = (): Promise<Answer<ApiTokenList>> => request('GET', '/api-tokens', ApiTokenList)

/** The answer is the only place where the token's secret is ever seen. */
export const createApiToken = (body: ApiTokenBody): Promise<Answer<ApiTokenCreated>> =>
  request('POST', '/api-tokens', ApiTokenCreated, { json: body })

export const revokeApiToken = (id: string): Promise<Answer<null>> =>
  requestNothing('DELETE', `/api-tokens/${encodeURIComponent(id)}`)
