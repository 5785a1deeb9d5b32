import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { clientAddress, createTrust } from './trusted-proxies.ts'

const trusts = createTrust(['10.0.0.0/8', 'fd00::/8', '192.0.2.7'])

function request(remoteAddress: string, forwarded?: string): IncomingMessage {
  const parts = {
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  }
  // The two fields of a request that are read.
  return parts as IncomingMessage
}

test.for([
  ['a direct client', '203.0.113.9', undefined, '203.0.113.9'],
  ['a direct client that claims another address', '203.0.113.9', '198.51.100.1', '203.0.113.9'],
  ['one behind a proxy of ours', '10.1.2.3', '203.0.113.9', '203.0.113.9'],
  ['one behind two of ours', '10.1.2.3', '203.0.113.9, 192.0.2.7', '203.0.113.9'],
  ['one that wrote something in front', '10.1.2.3', '1.2.3.4, 203.0.113.9', '203.0.113.9'],
  ['a proxy that says nothing', '10.1.2.3', undefined, '10.1.2.3'],
  ['a proxy seen as IPv4 in IPv6', '::ffff:10.1.2.3', '203.0.113.9', '203.0.113.9'],
  ['one behind an IPv6 proxy', 'fd00::1', '2001:db8::5', '2001:db8::5'],
] as const)('%s', ([, remote, forwarded, expected]) => {
  expect(clientAddress(request(remote, forwarded), trusts)).toBe(expected)
})

test('nobody is trusted unless listed', () => {
  expect(clientAddress(request('127.0.0.1', '1.2.3.4'), createTrust([]))).toBe('127.0.0.1')
})
