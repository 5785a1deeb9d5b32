import { NoShopbell } from './no-shopbell.ts'
import { type Problem, ShopbellRefused } from './shopbell-refused.ts'

const NO_CONTENT = 204

/** As openapi-fetch answers. */
type Asked<Data> =
  | { readonly data: Data; readonly error?: never; readonly response: Response }
  | { readonly data?: never; readonly error: unknown; readonly response: Response }

/**
 * What was asked for, where refusals are exceptions: throws `ShopbellRefused`, `NoShopbell`, or what `fetch` throws when nothing
 * answered.
 *
 * ```ts
 * const draft = await answerOf(shop.GET('/flow/draft'))
 * ```
 */
export async function answerOf<Data>(asking: Promise<Asked<Data>>): Promise<Data> {
  const asked = await asking.catch(rethrow)
  const { status } = asked.response
  if (!('data' in asked)) {
    throw isProblem(asked.error) ? new ShopbellRefused(asked.error, status) : new NoShopbell(status)
  }
  if (asked.data === undefined && status !== NO_CONTENT) throw new NoShopbell(null)
  return asked.data
}

/** An answer that was to be JSON and is not. */
function rethrow(error: unknown): never {
  throw error instanceof SyntaxError ? new NoShopbell(null) : error
}

function isProblem(body: unknown): body is Problem {
  if (typeof body !== 'object' || body === null || !('code' in body) || !('detail' in body)) return false
  return typeof body.code === 'string' && typeof body.detail === 'string'
}
