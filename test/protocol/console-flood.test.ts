import { expect, test } from 'vitest'
import { startShop } from '../tools/start-shop.ts'

test('an address that asks the API too much is told when to come back, also where there is nothing', async () => {
  const shop = await startShop()
  // Read to the end: what is not holds its connection, and more than a thousand of them are more than some machines open.
  const ask = async () => {
    const answer = await fetch(`${shop.url}/api/v1/nothing-here`)
    const body: unknown = await answer.json()
    return { status: answer.status, retryAfter: Number(answer.headers.get('retry-after')), body }
  }
  const answers: Awaited<ReturnType<typeof ask>>[] = []
  while (answers.length < 5_000 && answers.at(-1)?.status !== 429) {
    answers.push(...(await Promise.all(Array.from({ length: 50 }, ask))))
    answers.sort((a, b) => a.status - b.status)
  }
  const refused = answers.at(-1)
  expect(refused?.status).toBe(429)
  expect(refused?.retryAfter).toBeGreaterThan(0)
  expect(refused?.body).toMatchObject({ code: 'TOO_MANY', retryAfterMs: expect.any(Number) })
  expect(answers.filter(({ status }) => status !== 429).length).toBeGreaterThanOrEqual(1_000)
  // Buyers come another way.
  expect((await fetch(`${shop.url}/healthz`)).status).toBe(200)
  await shop.stop()
})
