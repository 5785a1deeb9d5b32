import type { IncomingMessage } from 'node:http'
import { BlockList, isIPv6 } from 'node:net'

export type Trusts = (address: string) => boolean

/** Whether an address is one of the operator's own proxies (SHOPBELL_TRUST_PROXY). */
export function createTrust(ranges: readonly string[]): Trusts {
  const proxies = new BlockList()
  for (const range of ranges) {
    const [address = '', bits] = range.split('/')
    const family = isIPv6(address) ? 'ipv6' : 'ipv4'
    if (bits === undefined) proxies.addAddress(address, family)
    else proxies.addSubnet(address, Number(bits), family)
  }
  return (address) => {
    const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
    return proxies.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4')
  }
}

/**
 * Whose request it is: the nearest address, from our end of the connection outwards, that is not a proxy of ours. What stands
 * further left in `X-Forwarded-For` anyone can write. Fastify decides the same for HTTP; this is for upgrades, which bypass it.
 */
export function clientAddress({ socket, headers }: IncomingMessage, trusts: Trusts): string {
  const header = headers['x-forwarded-for'] ?? ''
  const forwarded = (Array.isArray(header) ? header.join(',') : header).split(',').map((one) => one.trim())
  let nearest = socket.remoteAddress ?? ''
  while (nearest !== '' && trusts(nearest)) {
    const next = forwarded.pop()
    if (next === undefined || next === '') break
    nearest = next
  }
  return nearest
}
