import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DeliveryList, WebhookCreated, WebhookTested } from '@shopbell/protocol'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ConsoleApi, openConsoleApi } from '../conversations/live/console-api.ts'
import { START_WITHIN_MS } from '../conversations/live/live-shop.ts'
import { newEmbeddedData } from '../tools/embedded-data.ts'
import { eventually } from '../tools/eventually.ts'
import { type Authority, makeAuthority, signItself } from '../tools/make-authority.ts'
import { type ServerProcess, startServerProcess } from '../tools/server-process.ts'
import { isGenuine, type Receiver, startReceiver } from '../tools/start-receiver.ts'

// A server as operators run it, which believes the public authorities and one of the house (docs/webhooks.md, “Where it may go”).

let server: ServerProcess
let api: ConsoleApi
let data: string
let ours: Authority
const receivers: Receiver[] = []
beforeAll(async () => {
  data = await newEmbeddedData('shopbell-tls-')
  ours = await makeAuthority('Harbor Steel')
  const believed = join(data, 'harbor-steel.pem')
  writeFileSync(believed, ours.cert)
  server = await startServerProcess({
    ...{ PORT: '0', SHOPBELL_DATA: join(data, 'shopbell'), SHOPBELL_DEMO: 'on' },
    ...{ SHOPBELL_WEBHOOK_ALLOW: '127.0.0.1', NODE_EXTRA_CA_CERTS: believed },
  })
  const setupLink = /Console\s+(\S+\/setup#token=\S+)/.exec(server.output())?.[1] ?? ''
  api = await openConsoleApi(server.url, setupLink)
}, START_WITHIN_MS)
afterAll(async () => {
  await server.stop()
  for (const receiver of receivers) await receiver.stop()
  rmSync(data, { recursive: true, force: true })
})

/** What became of a test that was sent to a receiver that shows this of itself. */
async function sendTo(identity: Parameters<typeof startReceiver>[1]) {
  const receiver = await startReceiver(0, identity)
  receivers.push(receiver)
  const body = JSON.stringify({ url: receiver.url, events: ['flow.published'] })
  const { webhook, secret } = await api.ask('POST', 'webhooks', WebhookCreated, body)
  const at = `webhooks/${webhook.id}`
  await api.ask('POST', `${at}/test`, WebhookTested)
  const delivery = await eventually(async () => {
    const [tried] = (await api.ask('GET', `${at}/deliveries`, DeliveryList)).deliveries
    expect(tried?.triedAt).toBeDefined()
    expect(tried?.state).not.toBe('waiting')
    return tried
  })
  return { delivery, secret, received: receiver.received }
}

test('a receiver whose certificate the house signed is told, and can verify what came', async () => {
  const { delivery, secret, received } = await sendTo(await ours.identify())
  expect(delivery).toMatchObject({ state: 'delivered', status: 204 })
  expect(received.map(({ event }) => event.type)).toEqual(['webhook.test'])
  expect(received.every((one) => isGenuine(secret, one))).toBe(true)
})

test.for([
  [
    'for another name',
    () => ours.identify({ name: { type: 'dns', value: 'other.example' } }),
    'certificate_name',
  ],
  ['that has expired', () => ours.identify({ notAfter: minutesFromNow(-1) }), 'certificate_dates'],
  ['that does not hold yet', () => ours.identify({ notBefore: minutesFromNow(30) }), 'certificate_dates'],
  [
    'of an authority that nobody knows',
    async () => (await makeAuthority('Nobody')).identify(),
    'certificate_authority',
  ],
  ['that signs itself', signItself, 'certificate_authority'],
] as const)('a certificate %s is told nothing, and the delivery says why', async ([, identify, fault]) => {
  const { delivery, received } = await sendTo(await identify())
  expect(delivery).toMatchObject({ state: 'dead', attempts: 1, fault })
  expect(delivery?.status).toBeUndefined()
  expect(received).toEqual([])
})

function minutesFromNow(minutes: number): Date {
  return new Date(Date.now() + minutes * 60_000)
}
