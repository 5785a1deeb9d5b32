import { answerOf, createShopbell, NoShopbell, type Shopbell, ShopbellRefused } from '@shopbell/client'
import type { Static, TSchema } from 'typebox'
import Value from 'typebox/value'
import { CommandFailure } from '../command-failure.ts'
import { EXIT } from '../exit-code.ts'
import { Refusal } from './refusal.ts'
import type { ServerAddress } from './server-address.ts'

/** One question to the API. */
type Question = (shop: Shopbell) => Parameters<typeof answerOf>[0]

/** Said once: whoever waits at a terminal asks again themselves. */
const TRIES = 1
/** A server that does not answer in this time is as good as none. */
const PATIENCE_MS = 30_000

/**
 * Asks a server and checks that it answers in the shape that this program knows. Throws a `Refusal`, or a `CommandFailure` where no
 * Shopbell server answers.
 */
export async function askServer<S extends TSchema>(
  { url, token }: ServerAddress,
  question: Question,
  schema: S,
  withinMs = PATIENCE_MS,
): Promise<Static<S>> {
  const shop = createShopbell({ url, token, tries: TRIES, withinMs })
  const answer = await answerOf(question(shop)).catch((error: unknown) => {
    throw failureOf(error, url)
  })
  if (Value.Check(schema, answer)) return answer
  throw failureOf(new NoShopbell(null), url)
}

function failureOf(error: unknown, url: URL): CommandFailure {
  if (error instanceof ShopbellRefused) return new Refusal(error.problem)
  if (error instanceof NoShopbell) {
    const said = error.status === null ? '' : ` (status ${String(error.status)})`
    return new CommandFailure(
      EXIT.REFUSED,
      `${url.origin} does not answer like a Shopbell server${said}; check the address and its version.`,
    )
  }
  return new CommandFailure(
    EXIT.UNREACHABLE,
    `No server answers at ${url.origin}: ${causeOf(error)}. Start it, or check the address.`,
  )
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error && error.cause.message !== '' ? error.cause.message : error.message
}
