import { FlowImported, FlowVersionList, Published } from '@shopbell/protocol'
import Value from 'typebox/value'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { WebSocket } from 'ws'
import { type DemoBuyer, enterDemoShop } from '../../browser/demo-buyer.ts'
import { SAMPLE_FLOW } from '../../protocol/console-stage/sample-flow.ts'
import { type Shop, startShop } from '../../tools/start-shop.ts'
import { createOwner, post } from '../nodes/node-stage.ts'
import { createPostgresDatabase, KINDS } from '../store/test-database.ts'

const BUYERS = 50
/** Fifty buyers on a slow machine. */
const MINUTES = { timeout: 900_000 }

/** What the robot and the system said, without when. */
const heardBy = ({ frames }: DemoBuyer) =>
  frames
    .filter((frame) => frame.type === 'message' && frame.author !== 'buyer')
    .map((frame) => JSON.stringify('content' in frame ? frame.content : null))

/** The path's last words have come. */
const isDone = (buyer: DemoBuyer) =>
  buyer.next('message', ({ content }) => JSON.stringify(content).includes('key accounts team'))

describe.each(KINDS)('publishing while buyers are in mid-flow, on %s', (kind) => {
  let shop: Shop
  let cookie: string
  let drop = async () => {}

  beforeAll(async () => {
    const database = kind === 'postgres' ? await createPostgresDatabase(inject('postgresUrl')) : null
    if (database) drop = database.drop
    shop = await startShop(database ? { environment: { DATABASE_URL: database.url } } : {})
    cookie = await createOwner(shop)
  })
  afterAll(async () => {
    await shop.stop()
    await drop()
  })

  test(
    'nobody notices: no error, no reset, all finish on the old version; the next ones get the new',
    MINUTES,
    async () => {
      const first = await enterDemoShop(shop.url)
      await first.answerQuestions()
      await isDone(first)
      const buyers = await Promise.all(Array.from({ length: BUYERS }, () => enterDemoShop(shop.url)))

      const source = SAMPLE_FLOW.replace('How many pieces?', 'HOW MANY NOW?').replace(
        'Hello {{buyer.name|and welcome}}',
        'GOOD DAY {{buyer.name|and welcome}}',
      )
      const imported = await post(shop.url, 'flow/import', JSON.parse(source), cookie)
      const { revision } = Value.Parse(FlowImported, await imported.json())
      const [published] = await Promise.all([
        post(shop.url, 'flow/publish', { revision, note: 'in mid-flow' }, cookie),
        ...buyers.map((buyer) => buyer.answerQuestions()),
      ])
      expect(Value.Parse(Published, await published.json()).version.version).toBe(2)
      await Promise.all(buyers.map(isDone))

      const expected = heardBy(first)
      for (const buyer of buyers) {
        expect(heardBy(buyer)).toEqual(expected)
        expect(buyer.frames.filter(({ type }) => type === 'refused' || type === 'resync')).toEqual([])
        expect(buyer.socket.readyState).toBe(WebSocket.OPEN)
      }
      expect(expected.join()).toContain('How many pieces?')

      const next = await enterDemoShop(shop.url)
      expect(heardBy(next).join()).toContain('GOOD DAY')
      await next.answerQuestions()
      await isDone(next)
      expect(heardBy(next).join()).toContain('HOW MANY NOW?')

      const versions = await fetch(`${shop.url}/api/v1/flow/versions`, { headers: { cookie } })
      const listed = Value.Parse(FlowVersionList, await versions.json()).versions
      expect(listed.map(({ version, begun }) => [version, begun])).toEqual([
        [2, 1],
        [1, BUYERS + 1],
      ])
      const failures = shop
        .log()
        .split('\n')
        .filter((line) => /"level":(50|60)/.test(line))
      expect(failures).toEqual([])
      for (const buyer of [first, next, ...buyers]) buyer.drop()
    },
  )
})
