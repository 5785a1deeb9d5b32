import { SocketTicket } from '@shopbell/protocol'
import fastify from 'fastify'
import { expect, test } from 'vitest'
import { answerError } from './answer-error.ts'
import { checkAnswer, checkRequest } from './schema-compilers.ts'

async function answerWith(answer: object) {
  const app = fastify()
  app.setSerializerCompiler(checkAnswer)
  app.setValidatorCompiler(checkRequest)
  app.setErrorHandler(answerError)
  app.get('/', { schema: { response: { 200: SocketTicket } } }, async () => answer)
  const response = await app.inject('/')
  return { status: response.statusCode, text: response.body }
}

test('an answer that is as its schema says leaves', async () => {
  expect(await answerWith({ ticket: 'abc', expiresAt: 1 })).toEqual({
    status: 200,
    text: '{"ticket":"abc","expiresAt":1}',
  })
})

test.for([
  ['a key that is not listed', { ticket: 'abc', expiresAt: 1, tokenHash: 'c0ffee' }],
  ['a key that is missing', { ticket: 'c0ffee' }],
  ['a value of another type', { ticket: 'abc', expiresAt: 'c0ffee' }],
] as const)('an answer with %s does not, and nothing of it is said', async ([, answer]) => {
  const { status, text } = await answerWith(answer)
  expect(status).toBe(500)
  expect(JSON.parse(text)).toMatchObject({ code: 'INTERNAL' })
  expect(text).not.toContain('c0ffee')
})
