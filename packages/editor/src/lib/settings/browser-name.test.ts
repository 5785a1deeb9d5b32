import { expect, test } from 'vitest'
import { browserName } from './browser-name.ts'

const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko)'

test.for([
  [`${MAC} Chrome/144.0.0.0 Safari/537.36`, 'Chrome', 'macOS'],
  [`${MAC} Chrome/144.0.0.0 Safari/537.36 Edg/144.0.0.0`, 'Edge', 'macOS'],
  [`${MAC} Version/19.0 Safari/605.1.15`, 'Safari', 'macOS'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:148.0) Gecko/20100101 Firefox/148.0', 'Firefox', 'Linux'],
  [
    'Mozilla/5.0 (Linux; Android 16) Chrome/144.0 Mobile Safari/537.36 MicroMessenger/8.0',
    'WeChat',
    'Android',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) CriOS/144.0 Mobile Safari/604.1',
    'Chrome',
    'iPhone',
  ],
] as const)('%s', ([userAgent, browser, system]) => {
  expect(browserName(userAgent)).toEqual({ browser, system })
})

test('what nobody knows has no name', () => {
  expect(browserName('curl/8.9')).toBeNull()
  expect(browserName(undefined)).toBeNull()
})
