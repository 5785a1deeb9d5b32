import { BlockList, isIP, isIPv6 } from 'node:net'
import ipaddr from 'ipaddr.js'

/** Where the server may send what sellers ask for. */
export interface AllowedPlaces {
  /** Whether an address may be connected to, under the name it was asked for by. */
  readonly mayReach: (address: string, host: string) => boolean
  /** The operator named this host or address: any port, and plain http, are theirs to judge. */
  readonly isNamed: (host: string) => boolean
}

/** What the operator may open: nets that are somebody's own. Never where machines keep their keys (link-local), nor anything odd. */
const CAN_BE_OPENED = ['private', 'uniqueLocal', 'carrierGradeNat']

const PUBLIC_IPV6 = new BlockList()
PUBLIC_IPV6.addSubnet('2000::', 3, 'ipv6')

/**
 * The public net and what the operator names beside it (`SHOPBELL_WEBHOOK_ALLOW`: host names, addresses, CIDR ranges). Loopback opens only
 * by a range that lies inside it, or by the name `localhost`, so that a wide range does not open it unseen.
 */
export function createAllowedPlaces(named: readonly string[]): AllowedPlaces {
  const hosts = new Set<string>()
  const nets = new BlockList()
  const loopbacks = new BlockList()
  for (const one of named) {
    const [address = '', bits] = one.split('/')
    if (isIP(address) === 0) hosts.add(plainHost(one))
    else {
      const list = rangeOf(address) === 'loopback' ? loopbacks : nets
      const width = bits === undefined ? (isIPv6(address) ? 128 : 32) : Number(bits)
      list.addSubnet(address, width, isIPv6(address) ? 'ipv6' : 'ipv4')
    }
  }
  const opens = (address: string) => {
    const family = isIPv6(address) ? 'ipv6' : 'ipv4'
    return rangeOf(address) === 'loopback' ? loopbacks.check(address, family) : nets.check(address, family)
  }
  return {
    mayReach: (address, host) => {
      const range = rangeOf(address)
      if (range === 'unicast') return true
      const plain = plainAddress(address)
      if (range === 'loopback')
        return opens(plain) || (hosts.has('localhost') && plainHost(host) === 'localhost')
      return CAN_BE_OPENED.includes(range) && (opens(plain) || hosts.has(plainHost(host)))
    },
    isNamed: (host) => {
      const plain = plainHost(host)
      return hosts.has(plain) || (isIP(plain) !== 0 && opens(plainAddress(plain)))
    },
  }
}

/** IPv4 in the clothes of IPv6 (`::ffff:127.0.0.1`) is what it is inside. */
function plainAddress(address: string): string {
  return ipaddr.isValid(address) ? ipaddr.process(address).toString() : address
}

function rangeOf(address: string): string {
  if (!ipaddr.isValid(address)) return 'none'
  const plain = ipaddr.process(address)
  const range = plain.range()
  // Of IPv6 only what is given out for the public net (2000::/3); the rest may one day be mapped to anything.
  const isPublic =
    range !== 'unicast' || plain.kind() === 'ipv4' || PUBLIC_IPV6.check(plain.toString(), 'ipv6')
  return isPublic ? range : 'none'
}

/** As `URL` writes it, without brackets and without the dot of the root. */
function plainHost(host: string): string {
  return host
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '')
}
