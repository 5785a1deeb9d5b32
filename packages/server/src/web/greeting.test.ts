import { expect, test } from 'vitest'
import { greeting } from './greeting.ts'

const server = {
  url: 'http://127.0.0.1:8080',
  setupLink: null,
  demoStore: 'demo',
  embeddedIn: null,
  durabilityNote: null,
  testClock: null,
}

test('the three addresses', () => {
  const lines = greeting(server)
  expect(lines).toContain('http://127.0.0.1:8080/demo/')
  expect(lines).toContain('http://127.0.0.1:8080/console/')
  expect(lines).toContain('http://127.0.0.1:8080/healthz')
})

test('the link that makes the owner, as long as there is none', () => {
  const setupLink = 'http://127.0.0.1:8080/console/setup#token=t'
  expect(greeting({ ...server, setupLink })).toContain(setupLink)
  expect(greeting({ ...server, setupLink })).toContain('works once')
  expect(greeting(server)).not.toContain('works once')
})

test('where the embedded database keeps everything, and what it does not promise', () => {
  const lines = greeting({ ...server, embeddedIn: './data' })
  expect(lines).toContain('./data')
  expect(lines).toContain('a power cut is not promised')
  expect(greeting(server)).not.toContain('embedded')
})

test('what a PostgreSQL does not promise as it is set up', () => {
  expect(greeting({ ...server, durabilityNote: 'Not through a power cut.' })).toContain(
    'Not through a power cut.',
  )
})

test('no demo shop where there is none', () => {
  expect(greeting({ ...server, demoStore: null })).not.toContain('/demo/')
})
