import { expect, test } from 'vitest'
import { createLog } from './create-log.ts'

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = []
  write(createLog('trace', { write: (line) => void lines.push(line) }))
  return lines.join('')
}

test.for(['token', 'password', 'text', 'content', 'cookie', 'authorization', 'email', 'ticket'])(
  'a %s never reaches a line, however deep',
  (name) => {
    const lines = logged((log) => {
      log.info({ [name]: 'canary' }, 'a')
      log.info({ frame: { [name]: 'canary' } }, 'b')
      log.info({ a: { frame: { [name]: 'canary' } } }, 'c')
    })
    expect(lines).not.toContain('canary')
    expect(lines.trim().split('\n')).toHaveLength(3)
  },
)

test('a request is its method and path, without what stands behind the question mark', () => {
  const line = logged((log) => {
    log.info(
      { req: { method: 'GET', url: '/v1/chat?store=demo&token=canary', headers: { cookie: 'canary' } } },
      'x',
    )
  })
  expect(line).toContain('/v1/chat')
  expect(line).not.toContain('canary')
})

test('a database’s error loses the row it speaks of', () => {
  const error = Object.assign(new Error('duplicate key'), {
    code: '23505',
    detail: 'Key (text)=(canary) exists.',
    parameters: ['canary'],
    cause: Object.assign(new Error('below'), { where: 'canary' }),
  })
  const line = logged((log) => {
    log.error({ err: error }, 'failed')
  })
  expect(line).toContain('23505')
  expect(line).toContain('below')
  expect(line).not.toContain('canary')
})
