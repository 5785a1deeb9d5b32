import { type Parsed, parsed, unfit } from './parsed.ts'
import { isRange } from './parse-proxy-list.ts'

/** Reads `10.0.0.0/8, hooks.shop.internal, ::1`: addresses, ranges and names of hosts, without scheme and port. */
export function parseAllowedPlaces(text: string): Parsed<readonly string[]> {
  const places = text.split(',').map((place) => place.trim())
  const wrong = places.find((place) => !isRange(place) && !isHostName(place))
  return wrong === undefined
    ? parsed(places)
    : unfit(
        `must list host names, IP addresses or CIDR ranges separated by commas; “${wrong}” is none of them`,
      )
}

/** What ends in digits only is a mistyped address, and no name. */
function isHostName(text: string): boolean {
  return /^(?=.{1,253}$)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z]([a-z0-9-]{0,61}[a-z0-9])?\.?$/i.test(
    text,
  )
}
