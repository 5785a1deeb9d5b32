import { expect, onTestFinished, test, vi } from 'vitest'
import { startShop } from '../tools/start-shop.ts'

/** What one address may ask at once, and how soon it may ask once more. */
const BURST = 1_200
const EVERY_MS = 50

test('an address that asks the API too much is told when to come back, also where there is nothing', async () => {
  const shop = await startShop()
  onTestFinished(shop.stop)
  // The limit's clock stands still, so that nothing comes back between two requests, however slow the machine is.
  const startedAt = performance.now()
  const clock = vi.spyOn(performance, 'now').mockReturnValue(startedAt)
  onTestFinished(() => {
    clock.mockRestore()
  })
  // Read to the end: what is not holds its connection, and more than a thousand of them are more than some machines open.
  const ask = async () => {
    const answer = await fetch(`${shop.url}/api/v1/nothing-here`)
    const body: unknown = await answer.json()
    return { status: answer.status, retryAfter: answer.headers.get('retry-after'), body }
  }
  const statuses: number[] = []
  for (let asked = 0; asked < BURST; asked += 50) {
    const answers = await Promise.all(Array.from({ length: 50 }, ask))
    statuses.push(...answers.map(({ status }) => status))
  }
  expect(statuses).toEqual(Array.from({ length: BURST }, () => 401))
  const refused = await ask()
  expect(refused).toMatchObject({
    status: 429,
    retryAfter: '1',
    body: { code: 'TOO_MANY', retryAfterMs: EVERY_MS },
  })
  // Buyers come another way.
  expect((await fetch(`${shop.url}/healthz`)).status).toBe(200)

  clock.mockReturnValue(startedAt + EVERY_MS)
  expect((await ask()).status).toBe(401)
  expect((await ask()).status).toBe(429)
})
