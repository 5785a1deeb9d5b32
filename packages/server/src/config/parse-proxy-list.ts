import { isIP } from 'node:net'
import { type Parsed, parsed, unfit } from './parsed.ts'

/** Reads `10.0.0.0/8, 192.168.1.1`. A bare number (hops) is refused on purpose: it lets a client choose its own address. */
export function parseProxyList(text: string): Parsed<readonly string[]> {
  const ranges = text.split(',').map((range) => range.trim())
  const wrong = ranges.find((range) => !isRange(range))
  return wrong === undefined
    ? parsed(ranges)
    : unfit(`must list IP addresses or CIDR ranges separated by commas; “${wrong}” is neither`)
}

export function isRange(range: string): boolean {
  const [address = '', bits, ...rest] = range.split('/')
  const version = isIP(address)
  if (version === 0 || rest.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
}
