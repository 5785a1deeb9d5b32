import { expect, test } from 'vitest'
import { pageOf } from './page-of.ts'

const OWN = 'https://shop.example'

test.for([
  ['the same origin', { origin: OWN }, 'own'],
  ['the same origin, said twice over', { origin: OWN, 'sec-fetch-site': 'same-origin' }, 'own'],
  ['only Sec-Fetch-Site', { 'sec-fetch-site': 'same-origin' }, 'own'],
  ['another site', { origin: 'https://evil.example' }, 'foreign'],
  [
    'the own origin with a foreign Sec-Fetch-Site',
    { origin: OWN, 'sec-fetch-site': 'cross-site' },
    'foreign',
  ],
  ['a sister domain', { 'sec-fetch-site': 'same-site' }, 'foreign'],
  ['an address typed by hand', { 'sec-fetch-site': 'none' }, 'foreign'],
  ['a page without an origin', { origin: 'null' }, 'foreign'],
  ['http instead of https', { origin: 'http://shop.example' }, 'foreign'],
  ['another port', { origin: 'https://shop.example:8443' }, 'foreign'],
  ['the own name as a prefix', { origin: 'https://shop.example.evil.example' }, 'foreign'],
  ['the own name as a suffix', { origin: 'https://evilshop.example' }, 'foreign'],
  ['upper case', { origin: 'https://SHOP.example' }, 'foreign'],
  ['a trailing dot', { origin: 'https://shop.example.' }, 'foreign'],
  ['a user name before it', { origin: 'https://shop.example@evil.example' }, 'foreign'],
  ['two origins', { origin: `${OWN}, https://evil.example` }, 'foreign'],
  ['no browser', {}, 'unknown'],
] as const)('%s', ([, headers, page]) => {
  expect(pageOf(headers, OWN)).toBe(page)
})
