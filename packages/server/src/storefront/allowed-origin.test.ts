import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isAllowedOrigin, readAllowedOrigin } from './allowed-origin.ts'

describe('what a seller writes', () => {
  test.for([
    ['an origin', 'https://shop.example', 'https://shop.example'],
    ['a bare name', 'shop.example', 'https://shop.example'],
    ['an address from the browser', ' https://Shop.example/bottles?x=1#top ', 'https://shop.example'],
    ['a port', 'http://localhost:3000', 'http://localhost:3000'],
    ['the usual port', 'https://shop.example:443', 'https://shop.example'],
    ['a name of another script', 'https://瓶子.example', 'https://xn--i8st01d.example'],
    ['all sub-domains', 'https://*.shop.example', 'https://*.shop.example'],
    ['all sub-domains without https', '*.Shop.example', 'https://*.shop.example'],
    ['all sub-domains at a port', 'https://*.shop.example:8443', 'https://*.shop.example:8443'],
  ] as const)('%s: "%s" becomes %s', ([, written, origin]) => {
    expect(readAllowedOrigin(written)).toBe(origin)
  })

  test.for([
    ['nothing', ''],
    ['words', 'my shop'],
    ['a star alone', '*'],
    ['every site', 'https://*'],
    ['a whole ending', 'https://*.com'],
    ['a star in the middle', 'https://shop.*.example'],
    ['a star at the end', 'https://shop.*'],
    ['half a star', 'https://a*.shop.example'],
    ['two stars', 'https://*.*.shop.example'],
    ['sub-domains by http', 'http://*.shop.example'],
    ['sub-domains of a number', 'https://*.0.0.1'],
    ['a user', 'https://me@shop.example'],
    ['another scheme', 'ftp://shop.example'],
    ['a script', 'javascript:alert(1)'],
    ['a file', 'file:///C:/shop.html'],
    ['an opaque origin', 'null://'],
    ['a dot at the end', 'https://shop.example.'],
    ['a port beyond all', 'https://shop.example:99999'],
  ] as const)('%s: "%s" is refused', ([, written]) => {
    expect(readAllowedOrigin(written)).toBeNull()
  })
})

const LIST = [
  'https://shop.example',
  'https://*.harbor.example',
  'http://localhost:3000',
  'https://*.odd.example:8443',
]

describe('a page may show the chat', () => {
  test.for([
    ['of a listed origin', 'https://shop.example', true],
    ['of a listed port', 'http://localhost:3000', true],
    ['of a sub-domain', 'https://www.harbor.example', true],
    ['of a sub-domain’s sub-domain', 'https://a.b.harbor.example', true],
    ['of a sub-domain at the listed port', 'https://a.odd.example:8443', true],
    ['not of the domain above the star', 'https://harbor.example', false],
    ['not of a longer name', 'https://evilharbor.example', false],
    ['not of a name behind', 'https://harbor.example.thief.example', false],
    ['not by http', 'http://www.harbor.example', false],
    ['not at another port', 'https://www.harbor.example:8443', false],
    ['not without the listed port', 'https://a.odd.example', false],
    ['not with an empty name', 'https://.harbor.example', false],
    ['not with a user', 'https://x@www.harbor.example', false],
    ['not with a path', 'https://thief.example/.harbor.example', false],
    ['not as a file', 'null', false],
    ['not as nobody', undefined, false],
  ] as const)('%s: %s', ([, origin, allowed]) => {
    expect(isAllowedOrigin(LIST, origin)).toBe(allowed)
  })

  test('of any origin where there is no list', () => {
    expect(isAllowedOrigin([], 'https://anywhere.example')).toBe(true)
    expect(isAllowedOrigin([], undefined)).toBe(true)
  })

  test('exactly where its own origin, read as a seller would write it, is on the list', () => {
    fc.assert(
      fc.property(fc.webUrl(), (address) => {
        const origin = readAllowedOrigin(address)
        if (origin === null) return
        expect(isAllowedOrigin([origin], new URL(address).origin)).toBe(true)
        expect(isAllowedOrigin([origin], `${new URL(address).origin}.thief.example`)).toBe(false)
      }),
    )
  })
})
