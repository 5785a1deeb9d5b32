import { type Down, MenuDesk, ReceptionDesk } from '@shopbell/protocol'
import type { Static, TSchema } from 'typebox'
import Value from 'typebox/value'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestClock } from '../../../packages/server/src/test-clock/test-clock.ts'
import { wakeTrouble } from '../../fault/node/wake-trouble.ts'
import { openBuyer, type RawBuyer } from '../../tools/raw-buyer.ts'
import { createOwner, type NodeStage, post, startNodes } from './node-stage.ts'

// Open chats follow what is saved on another node though no wake is heard (PUB-10): every wake is lost to both nodes, and time stands
// still, so that nothing that a node remembers grows old by itself.

let stage: NodeStage
let owner: string
let buyer: RawBuyer
beforeAll(async () => {
  stage = await startNodes({ clock: createTestClock(Date.now()), alter: wakeTrouble('deaf') })
  owner = await createOwner(stage.nodes[1])
  buyer = await openBuyer(stage.nodes[0].url)
  await buyer.hello({ locale: 'en' })
})
afterAll(async () => {
  buyer.drop()
  await stage.stop()
})

async function read<S extends TSchema>(path: string, schema: S): Promise<Static<S>> {
  const answer = await fetch(`${stage.nodes[1].url}/api/v1/${path}`, { headers: { cookie: owner } })
  return Value.Parse(schema, await answer.json())
}

async function save(path: string, settings: object, revision: number): Promise<void> {
  const answer = await post(stage.nodes[1].url, path, { settings, revision }, owner)
  expect(answer.status).toBe(200)
}

/** What the menu's entries are called in a frame. */
const named = ({ menu }: Extract<Down, { readonly type: 'menu' }>) => menu.map(({ label }) => label)

test('a menu that is saved on one node is in the chats that are open on the other, again and again', async () => {
  for (const name of ['Sizes', 'Care', 'Sizes']) {
    const { revision } = await read('settings/menu', MenuDesk)
    const link = { id: 'sizes', on: true, name, gives: { does: 'link', url: 'https://shop.example/sizes' } }
    const orders = { id: 'orders', on: true, name: '', gives: { does: 'orders' } }
    await save('settings/menu', { entries: [link, orders] }, revision)
    await buyer.next('menu', (frame) => named(frame).includes(name))
  }
})

test('what the catalogue has for the menu is, too', async () => {
  const { url } = stage.nodes[1]
  const order = { ref: 'SO-1', buyer: 'somebody', title: 'Two bottles', state: 'Sent', orderedAt: 1 }
  const answer = await fetch(`${url}/api/v1/orders`, {
    method: 'PUT',
    headers: { origin: url, 'content-type': 'application/json', cookie: owner },
    body: JSON.stringify({ orders: [{ ...order, lines: [{ title: 'Bottle', quantity: 2 }] }] }),
  })
  expect(answer.status).toBe(200)
  await buyer.next('menu', (frame) => named(frame).includes('My orders'))
})

test('and when people are back', async () => {
  const never = [[], [], [], [], [], [], []]
  for (const [office, isOpen] of [
    [never, false],
    [null, true],
  ] as const) {
    const { store } = await read('settings/reception', ReceptionDesk)
    await save('settings/reception', { ...store.settings, office }, store.revision)
    await buyer.next('opening', ({ open }) => open === isOpen)
  }
})
