import { expect, test } from 'vitest'
import { addressKey } from './address-key.ts'

test.for([
  ['IPv4 stays as it is', '203.0.113.7', '203.0.113.7'],
  ['IPv4 inside IPv6 is the same client', '::ffff:203.0.113.7', '203.0.113.7'],
  ['IPv6 is known by its /64', '2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['another host of the /64 has the same key', '2001:db8:1:2:ffff::1', '2001:db8:1:2::/64'],
  ['the next /64 has another key', '2001:db8:1:3::1', '2001:db8:1:3::/64'],
  ['leading zeros make no difference', '2001:0db8:0001:0002::1', '2001:db8:1:2::/64'],
  ['left out groups are zeros', '2001:db8::1', '2001:db8:0:0::/64'],
  ['the loopback', '::1', '0:0:0:0::/64'],
  ['a zone is no part of it', 'fe80::1%eth0', 'fe80:0:0:0::/64'],
] as const)('%s', ([, address, key]) => {
  expect(addressKey(address)).toBe(key)
})
