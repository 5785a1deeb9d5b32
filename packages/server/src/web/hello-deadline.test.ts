import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createHelloDeadline } from './hello-deadline.ts'

const WITHIN_MS = 20

test('who says nothing has missed it, once for each time it is begun', async () => {
  let missed = 0
  const next = () =>
    new Promise<void>((resolve) => {
      onMissed = () => {
        missed += 1
        resolve()
      }
    })
  let onMissed = () => {}
  const deadline = createHelloDeadline(() => onMissed(), WITHIN_MS)
  await next()
  deadline.begin()
  await next()
  expect(missed).toBe(2)
})

test('what arrived while the process was busy is read before somebody is sent away', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('A TCP server has a port.')
  const client = connect(address.port, '127.0.0.1')
  const [socket] = await once(server, 'connection')
  onTestFinished(() => {
    client.destroy()
    server.close()
  })
  if (client.connecting) await once(client, 'connect')

  let missed = false
  const deadline = createHelloDeadline(() => (missed = true), WITHIN_MS)
  const heard = once(socket, 'data').then(deadline.end)
  client.write('hello')
  const busyUntil = performance.now() + 3 * WITHIN_MS
  while (performance.now() < busyUntil);
  await heard
  await new Promise((resolve) => setTimeout(resolve, WITHIN_MS))
  expect(missed).toBe(false)
})
