import { pino } from 'pino'
import { expect, test } from 'vitest'
import type { Wake } from './bus.ts'
import { createInProcessBus } from './in-process-bus.ts'

const wake: Wake = { type: 'flow', storeId: 1 }

test('everyone who listens hears, until they stop', () => {
  const bus = createInProcessBus(pino({ level: 'silent' }))
  const heard: string[] = []
  const stop = bus.subscribe(() => heard.push('first'))
  bus.subscribe(() => heard.push('second'))
  bus.publish(wake)
  stop()
  bus.publish(wake)
  expect(heard).toEqual(['first', 'second', 'second'])
})

test('one that throws keeps nobody from hearing, nor the publisher from going on', () => {
  const lines: string[] = []
  const bus = createInProcessBus(pino({}, { write: (line: string) => void lines.push(line) }))
  let heard = 0
  bus.subscribe(() => {
    throw new Error('broken listener')
  })
  bus.subscribe(() => (heard += 1))
  bus.publish(wake)
  expect(heard).toBe(1)
  expect(lines.join('')).toContain('broken listener')
})
