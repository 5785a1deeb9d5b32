import { People, BuyerExport, ContactList, ConversationDetail } from '@shopbell/protocol'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, codeOf, signInAs } from './console-stage/ask.ts'
import { arriveAsBuyer, type Buyer } from './console-stage/buyer.ts'
import { type ConsoleStage, openConsoleStage } from './console-stage/open-console-stage.ts'
import type { StaffedShop } from './console-stage/open-staffed-shop.ts'
import { openTalkingShop } from './console-stage/open-talking-shop.ts'

const DAY = 86_400_000

let stage: ConsoleStage
/** The owner’s cookie; months later they sign in again. */
let owner: string
let shop: StaffedShop
/** Public ids of the accounts, by name. */
let accounts: ReadonlyMap<string, string>

beforeAll(async () => {
  stage = await openConsoleStage()
  shop = await openTalkingShop(stage, 'alibaba')
  ;({ owner } = shop)
  await shop.employ('lin', 'agent')
  const people = (await ask(stage, 'GET', '/accounts', { cookie: owner })).as(People)
  accounts = new Map(people.accounts.map(({ id, name }) => [name, id]))
})
afterAll(() => stage.close())

let told = 0
const tell = ({ conversation }: Buyer, contact: object) =>
  ask(stage, 'POST', '/contacts', {
    cookie: owner,
    body: { id: `mail-${(told += 1)}`, buyer: conversation, channel: 'inquiry', from: 'buyer', ...contact },
  })
const contacts = async ({ conversation }: Buyer) =>
  (await ask(stage, 'GET', `/contacts?buyer=${conversation}`, { cookie: owner })).as(ContactList).contacts
const whySilent = async ({ conversation }: Buyer) =>
  (await ask(stage, 'GET', `/conversations/${conversation}`, { cookie: owner }))
    .as(ConversationDetail)
    .silences.map(({ code }) => code)
const isGreeted = (buyer: Buyer) => buyer.shown().some(({ kind }) => kind === 'welcome')
const now = () => stage.clock.now()

test('an inquiry 10 days ago and the chat today: no greeting, and the log says why (WEL-02)', async () => {
  const buyer = await arriveAsBuyer(stage, shop.storeId)
  expect((await tell(buyer, { at: now() - 10 * DAY })).status).toBe(200)
  await buyer.say('Hello again')
  expect(isGreeted(buyer)).toBe(false)
  expect(await whySilent(buyer)).toContain('CONTACT_TOO_RECENT')
})

test('an inquiry 31 days ago and the chat today: greeted; whoever of the two wrote it (WEL-02)', async () => {
  const long = await arriveAsBuyer(stage, shop.storeId)
  await tell(long, { at: now() - 31 * DAY })
  await long.say('Hello')
  expect(isGreeted(long)).toBe(true)

  const written = await arriveAsBuyer(stage, shop.storeId)
  await tell(written, { at: now() - 31 * DAY })
  await tell(written, { at: now() - 29 * DAY, from: 'store', channel: 'mail' })
  // An older one that is told later does not turn the clock back.
  await tell(written, { at: now() - 40 * DAY })
  await written.say('Hello')
  expect(isGreeted(written)).toBe(false)
})

test('a contact between two words of a chat that a node remembers counts with the next word (WEL-02)', async () => {
  const buyer = await arriveAsBuyer(stage, shop.storeId)
  await buyer.say('Hello')
  const greetings = () => buyer.shown().filter(({ kind }) => kind === 'welcome').length
  expect(greetings()).toBe(1)
  stage.clock.forward(29 * DAY)
  owner = await signInAs(stage, `owner@${shop.shop}.example`)
  expect((await tell(buyer, { at: now() })).status).toBe(200)
  stage.clock.forward(29 * DAY)
  await buyer.say('Still there?')
  expect(greetings()).toBe(1)
  stage.clock.forward(30 * DAY)
  await buyer.say('And now?')
  expect(greetings()).toBe(2)
  owner = await signInAs(stage, `owner@${shop.shop}.example`)
})

test('an inquiry is replied to by any account, in the chat or by the mailbox; without an author by nobody (CNT-04, CNT-05, CNT-06, CNT-08)', async () => {
  const lin = accounts.get('lin') ?? ''
  const buyer = await arriveAsBuyer(stage, shop.storeId)
  const at = now()
  await tell(buyer, { id: 'asked', at })
  await tell(buyer, { id: 'program', at: at + 1_000, from: 'store', channel: 'mail' })
  const back = { id: 'back', at: at + 2_000, from: 'store', channel: 'mail', author: lin }
  await tell(buyer, back)
  const repliedAt = async () => (await contacts(buyer)).find(({ id }) => id === 'asked')?.repliedAt
  expect(await repliedAt()).toBe(at + 2_000)
  await tell(buyer, { ...back, takenBackAt: at + 3_000 })
  expect(await repliedAt()).toBeUndefined()

  stage.clock.forward(60_000)
  const cookie = await signInAs(stage, `lin@${shop.shop}.example`)
  const reply = { id: 'lin-lane1.1', text: 'Here is the price list.' }
  await ask(stage, 'POST', `/conversations/${buyer.conversation}/replies`, { cookie, body: reply })
  expect(await repliedAt()).toBe(buyer.shown().findLast(({ kind }) => kind === 'human')?.at)
  expect((await contacts(buyer)).map(({ id, from, author }) => [id, from, author])).toEqual([
    ['back', 'store', lin],
    ['program', 'store', undefined],
    ['asked', 'buyer', undefined],
  ])
})

test('what cannot be is refused, and nothing is kept of it', async () => {
  const [buyer, other] = [await arriveAsBuyer(stage, shop.storeId), await arriveAsBuyer(stage, shop.storeId)]
  const at = now()
  await tell(other, { id: 'of-another', at })
  const unfit = [
    { at: at + DAY },
    { at, author: accounts.get('lin') },
    { at, from: 'store', author: 'nobody' },
    { at, takenBackAt: at },
    { at, from: 'store', takenBackAt: at - 1 },
    { at, id: 'of-another' },
  ]
  for (const contact of unfit) expect(codeOf(await tell(buyer, contact))).toBe('CONTACT_UNFIT')
  expect(codeOf(await tell({ ...buyer, conversation: 'nobodys' }, { at }))).toBe('NOT_FOUND')
  expect(await contacts(buyer)).toEqual([])
  await buyer.say('Hello')
  expect(isGreeted(buyer)).toBe(true)
})

test('a buyer gets them with everything else that is kept, and they go when the buyer is erased (PRV-02)', async () => {
  const buyer = await arriveAsBuyer(stage, shop.storeId)
  await tell(buyer, { id: 'kept', at: now() })
  const path = `/conversations/${buyer.conversation}`
  const file = (await ask(stage, 'GET', `${path}/export`, { cookie: owner })).as(BuyerExport)
  expect(file.contacts.map(({ id }) => id)).toEqual(['kept'])
  expect((await ask(stage, 'DELETE', path, { cookie: owner })).status).toBe(204)
  const again = await arriveAsBuyer(stage, shop.storeId)
  expect((await tell(again, { id: 'kept', at: now() })).status).toBe(200)
})
