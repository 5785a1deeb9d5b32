import createClient, { type Client } from 'openapi-fetch'
import type { paths } from './api-paths.ts'
import { patientFetch, type Patience } from './patient-fetch.ts'

/** Which server, as whom, and how patiently. */
export interface ShopbellOptions extends Partial<Patience> {
  /** Where the server is, e.g. `https://shop.example`; a path before the API's own stays. */
  readonly url: string | URL
  /** An API token: console, Settings, API tokens. */
  readonly token: string
}

/** The API, one method of HTTP at a time: `shop.GET('/flow/draft')`. What each takes and answers is in its types. */
export type Shopbell = Client<paths>

/**
 * A client of a server's HTTP API. Refusals are values (`error`, with a `code`); what never came is thrown, as `fetch` does.
 * What the server could not do just now is asked again by itself (`patientFetch`). Redirects are errors: they would carry the token
 * somewhere else.
 *
 * ```ts
 * const shop = createShopbell({ url: 'https://shop.example', token })
 * const { data, error } = await shop.GET('/conversations/{id}', { params: { path: { id } } })
 * ```
 */
export function createShopbell({ url, token, ...patience }: ShopbellOptions): Shopbell {
  const { href } = new URL(url)
  return createClient<paths>({
    baseUrl: `${href.replace(/\/$/, '')}/api/v1`,
    headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
    redirect: 'error',
    fetch: patientFetch(patience),
    // A file is sent as it is, byte for byte; everything else is JSON.
    bodySerializer: (body: unknown) =>
      typeof body === 'string' || body instanceof Blob ? body : JSON.stringify(body),
  })
}
