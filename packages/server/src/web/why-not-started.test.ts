import { expect, test } from 'vitest'
import { whyNotStarted } from './why-not-started.ts'

const failed = (code: string) => Object.assign(new Error('listen failed'), { code })

test.for([
  ['EADDRINUSE', 'PORT'],
  ['EACCES', 'PORT'],
  ['EADDRNOTAVAIL', 'HOST'],
] as const)('%s names the setting to change: %s', ([code, setting]) => {
  expect(whyNotStarted(failed(code), { host: '127.0.0.1', port: 80 })).toContain(`with ${setting}`)
})

test('anything else speaks for itself', () => {
  expect(whyNotStarted(new Error('The folder is in use.'), { host: 'h', port: 1 })).toBe(
    'The folder is in use.',
  )
})
