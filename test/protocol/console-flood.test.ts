import { expect, test } from 'vitest'
import { startShop } from '../tools/start-shop.ts'

test('an address that asks the API too much is told when to come back, also where there is nothing', async () => {
  const shop = await startShop()
  const ask = () => fetch(`${shop.url}/api/v1/nothing-here`)
  const answers: Response[] = []
  while (answers.length < 5_000 && answers.at(-1)?.status !== 429) {
    answers.push(...(await Promise.all(Array.from({ length: 50 }, ask))))
    answers.sort((a, b) => a.status - b.status)
  }
  const refused = answers.at(-1)
  expect(refused?.status).toBe(429)
  expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await refused?.json()).toMatchObject({ code: 'TOO_MANY', retryAfterMs: expect.any(Number) })
  expect(answers.filter(({ status }) => status !== 429).length).toBeGreaterThanOrEqual(1_000)
  // Buyers come another way.
  expect((await fetch(`${shop.url}/healthz`)).status).toBe(200)
  await shop.stop()
})
