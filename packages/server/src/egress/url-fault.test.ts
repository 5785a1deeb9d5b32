import { describe, expect, test } from 'vitest'
import { createAllowedPlaces } from './allowed-places.ts'
import { urlFault } from './url-fault.ts'

const closed = createAllowedPlaces([])
const fault = (url: string, named: readonly string[] = []) =>
  urlFault(url, named.length === 0 ? closed : createAllowedPlaces(named))

describe('nothing is sent to', () => {
  test.for([
    ['no address at all', 'hooks.example'],
    ['another protocol', 'ftp://hooks.example/'],
    ['a file', 'file:///etc/passwd'],
    ['a page of the console', 'javascript:alert(1)'],
    ['plain http', 'http://hooks.example/'],
    ['another port', 'https://hooks.example:8443/'],
    ['a user name', 'https://me@hooks.example/'],
    ['a user name that looks like the host', 'https://hooks.example:443@127.0.0.1/'],
    ['loopback', 'https://127.0.0.1/'],
    ['loopback in decimal', 'https://2130706433/'],
    ['loopback in octal', 'https://0177.0.0.1/'],
    ['loopback in hex', 'https://0x7f.1/'],
    ['loopback, short', 'https://127.1/'],
    ['loopback with a dot', 'https://127.0.0.1./'],
    ['loopback in full-width digits', 'https://１２７.0.0.1/'],
    ['loopback in circled digits', 'https://①②⑦.⓪.⓪.①/'],
    ['loopback, of IPv6', 'https://[::1]/'],
    ['loopback, mapped into IPv6', 'https://[::ffff:127.0.0.1]/'],
    ['loopback, mapped in hex', 'https://[::ffff:7f00:1]/'],
    ['loopback through NAT64', 'https://[64:ff9b::7f00:1]/'],
    ['loopback through 6to4', 'https://[2002:7f00:1::]/'],
    ['an old compatible address', 'https://[::127.0.0.1]/'],
    ['this machine', 'https://0.0.0.0/'],
    ['this machine, short', 'https://0/'],
    ['this machine, of IPv6', 'https://[::]/'],
    ['a private net', 'https://10.1.2.3/'],
    ['another private net', 'https://172.16.0.1/'],
    ['a home', 'https://192.168.1.1/'],
    ['a private net of IPv6', 'https://[fd00::1]/'],
    ['the keys of a machine in a cloud', 'https://169.254.169.254/latest/meta-data/'],
    ['the same in IPv6', 'https://[fd00:ec2::254]/'],
    ['a link-local address', 'https://[fe80::1]/'],
    ['a carrier’s net', 'https://100.64.0.1/'],
    ['everybody', 'https://255.255.255.255/'],
    ['a group', 'https://224.0.0.1/'],
    ['a net for tests', 'https://198.18.0.1/'],
    ['localhost', 'https://localhost/'],
    ['localhost with a dot', 'https://LOCALHOST./'],
    ['a name below localhost', 'https://a.localhost/'],
  ] as const)('%s: %s', ([, url]) => {
    expect(fault(url)).toMatch(/\w.*[.)]$/)
  })
})

test.for([
  'https://hooks.example/',
  'https://hooks.example:443/a?b=c#d',
  'https://8.8.8.8/',
  'https://[2606:4700:4700::1111]/',
  'https://例え.example/',
])('%s may be tried', (url) => {
  expect(fault(url)).toBeNull()
})

describe('what the operator names', () => {
  test.for([
    ['a host, at any port and without TLS', 'http://hooks.internal:8080/', 'hooks.internal', true],
    ['a host in other letters', 'http://Hooks.Internal/', 'hooks.internal.', true],
    ['another host is as before', 'http://other.internal/', 'hooks.internal', false],
    ['a private net', 'http://10.1.2.3:3000/', '10.0.0.0/8', true],
    ['a net beside it is as before', 'https://11.1.2.3:3000/', '10.0.0.0/8', false],
    ['loopback by its own range', 'http://127.0.0.1:3000/', '127.0.0.0/8', true],
    ['loopback in decimal is the same', 'http://2130706433:3000/', '127.0.0.1', true],
    ['loopback of IPv6', 'http://[::1]:3000/', '::1', true],
    ['loopback not by a range that is everything', 'http://127.0.0.1/', '0.0.0.0/0', false],
    ['the keys of a cloud not even by name', 'http://169.254.169.254/', '169.254.169.254', false],
    ['nor by range', 'http://169.254.169.254/', '169.254.0.0/16', false],
    ['a user name is refused all the same', 'http://me@hooks.internal/', 'hooks.internal', false],
  ] as const)('%s: %s with %s', ([, url, named, fits]) => {
    expect(fault(url, [named]) === null).toBe(fits)
  })
})

describe('an address that a name leads to', () => {
  const places = createAllowedPlaces(['hooks.internal', '10.0.0.0/8'])
  test.for([
    ['203.0.113.9', 'hooks.example', false],
    ['93.184.215.14', 'hooks.example', true],
    ['10.0.0.9', 'hooks.example', true],
    ['192.168.0.9', 'hooks.example', false],
    ['192.168.0.9', 'hooks.internal', true],
    ['127.0.0.1', 'hooks.internal', false],
    ['::ffff:192.168.0.9', 'hooks.example', false],
    ['169.254.169.254', 'hooks.internal', false],
    ['not an address', 'hooks.internal', false],
  ] as const)('%s under the name %s: %s', ([address, host, reachable]) => {
    expect(places.mayReach(address, host)).toBe(reachable)
  })
})
