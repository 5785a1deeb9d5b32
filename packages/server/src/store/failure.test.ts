import { expect, test } from 'vitest'
import { failureOf, isDatabaseAway } from './failure.ts'

const coded = (code: string, message = 'as it happened') => Object.assign(new Error(message), { code })

test.for([
  coded('57P01', 'terminating connection due to administrator command'),
  coded('08006'),
  coded('40P01'),
  coded('53300'),
  coded('ECONNREFUSED'),
  coded('ECONNRESET'),
  coded('EAI_AGAIN'),
  new Error('Connection terminated unexpectedly'),
  new Error('Connection terminated due to connection timeout'),
  new Error('timeout exceeded when trying to connect'),
  new Error('Query read timeout'),
])('%s: the database is away', (error) => {
  expect(isDatabaseAway(error)).toBe(true)
  expect(failureOf(error)).toBe('passing')
})

test.for([
  coded('23505'),
  coded('22P05'),
  coded('ERR_INVALID_ARG_TYPE'),
  new TypeError('x is not a function'),
  new Error('Conversation 7 is gone.'),
  'a string',
])('%s is a mistake, which asking again does not mend', (error) => {
  expect(isDatabaseAway(error)).toBe(false)
})
