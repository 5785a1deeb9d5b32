import { isIPv6 } from 'node:net'

/**
 * The key under which a client's address is limited: IPv4 as it is, IPv6 by its /64, because one household or one attacker holds a
 * whole /64. `address` comes from the connection or a trusted proxy, never from a header anyone can write.
 */
export function addressKey(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped?.[1] !== undefined) return mapped[1]
  const [bare = ''] = address.split('%')
  if (!isIPv6(bare)) return address
  return `${firstGroups(bare).join(':')}::/64`
}

/** The first four of the eight groups, without leading zeros. */
function firstGroups(address: string): string[] {
  const [head = '', tail] = address.split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - before.length - after.length }, () => '0')
  return [...before, ...zeros, ...after].slice(0, 4).map((group) => parseInt(group, 16).toString(16))
}
