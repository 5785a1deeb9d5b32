import { expect, onTestFinished, test } from 'vitest'
import { eventually } from '../../tools/eventually.ts'
import { openBuyer } from '../../tools/raw-buyer.ts'
import { startPostgres } from '../../tools/start-postgres.ts'
import { startShop } from '../../tools/start-shop.ts'

test('without its database the server refuses and lives; when it is back, the same message is stored once', async () => {
  const postgres = await startPostgres()
  onTestFinished(postgres.stop)
  const shop = await startShop({ environment: { DATABASE_URL: postgres.url() } })
  onTestFinished(shop.stop)
  const buyer = await openBuyer(shop.url)
  const { token } = await buyer.hello()
  expect(await buyer.say('lane-one.1', 'MOQ?')).toMatchObject({ type: 'stored', seq: 1 })
  const { seq: head } = await buyer.next('message', ({ author }) => author !== 'buyer')

  await postgres.kill()
  expect(await buyer.say('lane-one.2', 'Samples?')).toMatchObject({ type: 'refused', code: 'BUSY' })
  // Its row has to be read anew now, and cannot be: the message may come again, so its sender is not told of a mistake.
  expect(await buyer.say('lane-one.2', 'Samples?')).toMatchObject({ code: 'NOT_READY', retryAfterMs: 1_000 })
  const newcomer = await openBuyer(shop.url)
  newcomer.send({ type: 'hello', after: 0, locale: 'en' })
  expect(await newcomer.next('refused')).toMatchObject({ code: 'NOT_READY' })
  expect((await newcomer.closed).code).toBe(4503)
  expect((await fetch(`${shop.url}/healthz`)).status).toBe(200)
  const ready = await fetch(`${shop.url}/readyz`)
  expect([ready.status, await ready.json()]).toEqual([503, { status: 'database away' }])
  const answer = await fetch(`${shop.url}/api/v1/setup`)
  const text = await answer.text()
  expect(answer.status).toBe(503)
  expect(JSON.parse(text)).toMatchObject({ code: 'NOT_READY', requestId: expect.any(String) })
  expect(text).not.toMatch(/select|ECONN|\.ts|terminat|postgres/i)

  await postgres.restart()
  const stored = await eventually(async () => {
    const answer = await buyer.say('lane-one.2', 'Samples?')
    expect(answer).toMatchObject({ type: 'stored' })
    return answer
  })
  await eventually(async () => expect((await fetch(`${shop.url}/readyz`)).status).toBe(200))
  expect(await buyer.say('lane-one.2', 'Samples?')).toEqual(stored)

  const reader = await openBuyer(shop.url)
  const welcome = await reader.hello({ token })
  await reader.next('message', ({ seq }) => seq === welcome.head)
  const messages = reader.frames.filter((frame) => frame.type === 'message')
  expect(messages.flatMap(({ id }) => id ?? [])).toEqual(['lane-one.1', 'lane-one.2'])
  expect(welcome.head).toBeGreaterThan(head)
  expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, place) => place + 1))
})
