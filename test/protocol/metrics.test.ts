import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBuyer } from '../tools/raw-buyer.ts'
import { type Shop, startShop } from '../tools/start-shop.ts'

const TOKEN = 'a-token-of-the-tests'
let shop: Shop

beforeAll(async () => {
  shop = await startShop({ environment: { SHOPBELL_METRICS_TOKEN: TOKEN } })
})
afterAll(() => shop.stop())

const read = (authorization?: string) =>
  fetch(`${shop.url}/metrics`, authorization === undefined ? {} : { headers: { authorization } })

/** The samples by name and labels; throws where a line is not of the format. */
async function samples(): Promise<ReadonlyMap<string, number>> {
  const answer = await read(`Bearer ${TOKEN}`)
  expect(answer.headers.get('content-type')).toContain('text/plain')
  const lines = (await answer.text()).trimEnd().split('\n')
  return new Map(
    lines
      .filter((line) => !/^# (HELP|TYPE) [a-z_]+ .+$/.test(line))
      .map((line) => {
        const [, name, value] = /^([a-z_]+(?:\{[a-z]+="[^"]*"\})?) ([0-9.e+-]+)$/.exec(line) ?? []
        if (name === undefined) throw new Error(`This is no sample: ${line}`)
        return [name, Number(value)]
      }),
  )
}

test('are there for who shows the token, and nowhere for everybody else', async () => {
  for (const shown of [undefined, '', 'Bearer', `Bearer ${TOKEN}x`, `Basic ${TOKEN}`]) {
    const answer = await read(shown)
    expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining('NOT_FOUND')])
  }
  expect((await read(`Bearer ${TOKEN}`)).status).toBe(200)
  const without = await startShop()
  expect((await fetch(`${without.url}/metrics`)).status).toBe(404)
  await without.stop()
})

test('count sockets, commits and refusals, and say that the database is there', async () => {
  const before = await samples()
  const buyer = await openBuyer(shop.url)
  await buyer.hello()
  await buyer.say('metrics01.1', 'a word that must not be in the metrics')
  buyer.send('{"type":"nonsense"}')
  await buyer.next('refused')
  const after = await samples()
  const grown = (name: string) => (after.get(name) ?? 0) - (before.get(name) ?? 0)
  expect(after.get('shopbell_sockets{kind="buyer"}')).toBe(1)
  expect(grown('shopbell_steps_committed_total')).toBeGreaterThanOrEqual(1)
  expect(grown('shopbell_commit_batch_steps_count')).toBeGreaterThanOrEqual(1)
  expect(grown('shopbell_refused_total{code="NOT_UNDERSTOOD"}')).toBe(1)
  expect(after.get('shopbell_database_up')).toBe(1)
  expect(after.get('shopbell_waiting{for="uncommitted"}')).toBe(0)
  buyer.drop()
})

test('name no buyer, no store and no word', async () => {
  const text = await (await read(`Bearer ${TOKEN}`)).text()
  expect(text).not.toMatch(/demo|must not be|Visitor/)
})
