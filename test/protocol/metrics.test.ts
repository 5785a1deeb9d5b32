import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBuyer } from '../tools/raw-buyer.ts'
import { type Shop, startShop } from '../tools/start-shop.ts'

const OPERATING = readFileSync(new URL('../../docs/operating.md', import.meta.url), 'utf8')
const TOKEN = 'a-token-of-the-tests'
let shop: Shop

beforeAll(async () => {
  shop = await startShop({ environment: { SHOPBELL_METRICS_TOKEN: TOKEN } })
})
afterAll(() => shop.stop())

const read = (authorization?: string, { url }: { readonly url: string } = shop) =>
  fetch(`${url}/metrics`, authorization === undefined ? {} : { headers: { authorization } })

/** The samples by name and labels; throws where a line is not of the format. */
async function samples(of: { readonly url: string } = shop): Promise<ReadonlyMap<string, number>> {
  const answer = await read(`Bearer ${TOKEN}`, of)
  expect(answer.headers.get('content-type')).toContain('text/plain')
  const lines = (await answer.text()).trimEnd().split('\n')
  return new Map(
    lines
      .filter((line) => line !== '' && !/^# (HELP|TYPE) [a-z_]+ .+$/.test(line))
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

test('keep the names and kinds that dashboards and alerts are made of', async () => {
  const text = await (await read(`Bearer ${TOKEN}`)).text()
  const kinds = [...text.matchAll(/^# TYPE (\w+) (\w+)$/gm)].map(([, name, kind]) => [name, kind])
  expect(Object.fromEntries(kinds)).toEqual({
    shopbell_sockets: 'gauge',
    shopbell_steps_committed_total: 'counter',
    shopbell_steps_lost_race_total: 'counter',
    shopbell_commit_batch_steps: 'histogram',
    shopbell_commit_seconds: 'histogram',
    shopbell_commits_failed_total: 'counter',
    shopbell_database_up: 'gauge',
    shopbell_refused_total: 'counter',
    shopbell_waiting: 'gauge',
    shopbell_timer_late_seconds: 'histogram',
    shopbell_webhook_attempts_total: 'counter',
    shopbell_event_loop_delay_seconds: 'gauge',
    process_resident_memory_bytes: 'gauge',
    process_cpu_seconds_total: 'counter',
  })
  const documented = [...OPERATING.matchAll(/^\| `((?:shopbell|process)_\w+)`/gm)].map(([, name]) => name)
  expect(documented.toSorted()).toEqual(kinds.map(([name]) => name).toSorted())
})

test('two servers of one process count each for itself', async () => {
  const other = await startShop({ environment: { SHOPBELL_METRICS_TOKEN: TOKEN } })
  const buyer = await openBuyer(other.url)
  await buyer.hello()
  expect((await samples(other)).get('shopbell_sockets{kind="buyer"}')).toBe(1)
  expect((await samples()).get('shopbell_sockets{kind="buyer"}')).toBe(0)
  buyer.drop()
  await other.stop()
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
