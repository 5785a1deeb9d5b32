import { expect, inject, test } from 'vitest'
import { connect } from '../../../packages/widget/src/connection/connect.ts'
import { memoryStorage } from '../../../packages/widget/src/connection/lasting-storage.ts'
import { freePort } from '../../tools/free-port.ts'
import { openBuyer, type RawBuyer } from '../../tools/raw-buyer.ts'
import { runShopbell } from '../../tools/run-shopbell.ts'
import { startShop } from '../../tools/start-shop.ts'
import { administer, createPostgresDatabase } from '../store/test-database.ts'

async function store(buyer: RawBuyer, id: string, text: string): Promise<number> {
  const answer = await buyer.say(id, text)
  if (answer.type !== 'stored') throw new Error(answer.code)
  return answer.seq
}

test('a client that holds messages from after the backup forgets them, and shows what the store has', async () => {
  const postgresUrl = inject('postgresUrl')
  const place = await createPostgresDatabase(postgresUrl)
  const name = new URL(place.url).pathname.slice(1)
  const environment = {
    DATABASE_URL: place.url,
    SHOPBELL_DEMO: 'on',
    PORT: String(await freePort()),
  }
  const address = `ws://127.0.0.1:${environment.PORT}/v1/chat?store=demo`
  const storage = memoryStorage()

  let shop = await startShop({ environment })
  const raw = await openBuyer(shop.url)
  const { token, epoch } = await raw.hello()
  expect(await store(raw, 'lane-one.1', 'MOQ?')).toBe(1)
  await shop.stop()
  await administer(postgresUrl, `create database ${name}_backup template ${name}`)

  // What happens now is lost with the database.
  shop = await startShop({ environment })
  const later = await openBuyer(shop.url)
  await later.hello({ token })
  const lost = await store(later, 'lane-one.2', 'Samples?')
  storage.setItem('shopbell:demo:token', token)
  const tab = connect({ address, store: 'demo', locale: 'en', storage, chance: () => 0.02 })
  const until = (isSo: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!isSo()) return
        stop()
        resolve()
      }
      const stop = tab.onChange(look)
      look()
    })
  const ownTexts = () =>
    tab
      .state()
      .log.messages.flatMap(({ author, content }) =>
        author === 'buyer' && content.kind === 'text' ? [content.text] : [],
      )
  tab.wake()
  await until(() => ownTexts().length === 2)
  await shop.stop()
  tab.send({ kind: 'text', text: 'Written while the shop was away' }, '')

  await administer(postgresUrl, `drop database ${name} with (force)`)
  await administer(postgresUrl, `alter database ${name}_backup rename to ${name}`)
  expect(await runShopbell(['restored'], { DATABASE_URL: place.url })).toMatchObject({
    exitCode: 0,
    out: 'Done: clients of 1 store will read everything again.\n',
  })

  // Somebody else made the conversation longer than what the client holds: the seqs alone would not tell. On another port, because
  // the client must not come first.
  const elsewhere = await startShop({ environment: { ...environment, PORT: '0' } })
  const other = await openBuyer(elsewhere.url)
  const restored = await other.hello({ token })
  expect(restored.epoch).not.toBe(epoch)
  for (let n = 1; n <= 5; n += 1) await store(other, `lane-two.${String(n)}`, `after the backup ${String(n)}`)
  expect(restored.head).toBeLessThan(lost)
  await elsewhere.stop()

  shop = await startShop({ environment })
  tab.wake()
  await until(() => ownTexts().includes('Written while the shop was away') && tab.state().outbox.length === 0)
  expect(ownTexts()).not.toContain('Samples?')
  const reader = await openBuyer(shop.url)
  const { head } = await reader.hello({ token })
  await reader.next('message', ({ seq }) => seq === head)
  await until(() => tab.state().log.messages.at(-1)?.seq === head)
  expect(tab.state().log.messages).toEqual(reader.frames.filter((frame) => frame.type === 'message'))
  tab.end()
  await shop.stop()
  await place.drop()
})
