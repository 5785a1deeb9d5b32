import { expect, test } from 'vitest'
import { createPasswordHasher } from './password-hasher.ts'

const PASSWORD = 'correct horse battery'

test('a hash is argon2id at the cost OWASP asks for, salted anew each time', async () => {
  const passwords = createPasswordHasher()
  const one = await passwords.hash(PASSWORD)
  const two = await passwords.hash(PASSWORD)
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(two).not.toBe(one)
})

test('only its own password matches a hash', async () => {
  const passwords = createPasswordHasher()
  const stored = await passwords.hash(PASSWORD)
  expect(await passwords.check(stored, PASSWORD)).toBe('match')
  expect(await passwords.check(stored, `${PASSWORD} `)).toBe('mismatch')
})

test('an account that does not exist is checked like any other and never matches', async () => {
  const passwords = createPasswordHasher()
  expect(await passwords.check(null, PASSWORD)).toBe('mismatch')
})

test('three hundred at once: 101 are worked on, the others hear that it is busy', async () => {
  const passwords = createPasswordHasher()
  const stored = await passwords.hash(PASSWORD)
  const answers = await Promise.all(Array.from({ length: 300 }, () => passwords.check(stored, PASSWORD)))
  expect(answers.filter((answer) => answer === 'match')).toHaveLength(101)
  expect(answers.filter((answer) => answer === 'busy')).toHaveLength(199)
})
