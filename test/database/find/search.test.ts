import { ConversationSearch } from '@shopbell/protocol'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { sweepConversations } from '../../../packages/server/src/inbox/find/index-conversations.ts'
import { runAsJournal } from '../../../packages/server/src/store/run-as.ts'
import { forgetSearchPlaces } from '../../../packages/server/src/store/search-index.ts'
import { codeOf } from '../../protocol/console-stage/ask.ts'
import { arriveAsBuyer, type Buyer } from '../../protocol/console-stage/buyer.ts'
import { asOperator } from '../../protocol/console-stage/as-operator.ts'
import { KINDS } from '../store/test-database.ts'
import { type FindShop, type FindStage, openFindStage } from './find-stage.ts'

describe.each(KINDS)('the search on %s', (kind) => {
  let stage: FindStage
  let shop: FindShop

  beforeAll(async () => {
    stage = await openFindStage(kind, inject('postgresUrl'))
  })
  afterAll(() => stage.close())
  beforeEach(async () => {
    shop = await stage.openShop()
  })

  const search = async (query: Readonly<Record<string, string>>) =>
    (await shop.read(`/conversations/search?${new URLSearchParams(query)}`)).as(ConversationSearch)
  const idsOf = ({ conversations }: ConversationSearch) =>
    conversations.map(({ conversation }) => conversation.id)
  const found = async (text: string) => idsOf(await search({ text }))
  const idOf = ({ conversation }: Buyer) => conversation

  test('finds what buyers and agents wrote, in every script, newest first', async () => {
    const bottle = await shop.buyerWho('Can you do 3,000 in two colours?', 'A blue bottle, café style')
    const chinese = await shop.buyerWho('这个水瓶多少钱？')
    const both = await shop.buyerWho('Two bottles', '水瓶')
    expect(await found('bottle')).toEqual([both, bottle].map(idOf))
    expect(await found('水瓶')).toEqual([both, chinese].map(idOf))
    expect(await found('colours BOTTLE')).toEqual([bottle].map(idOf))
    expect(await found('CAFE')).toEqual([bottle].map(idOf))
    expect(await found('多少')).toEqual([chinese].map(idOf))
    expect(await found('3,000')).toEqual([bottle].map(idOf))
    expect(await found('瓶水')).toEqual([])
    expect(await found('bottle nothing')).toEqual([])
  })

  test('finds a buyer by the name the console shows', async () => {
    const buyer = await shop.buyerWho('Hello')
    const name = `${(await search({})).conversations[0]!.conversation.buyer.name.split(' ')[1]}`
    const answer = await search({ text: name })
    expect(idsOf(answer)).toEqual([buyer.conversation])
    expect(answer.conversations[0]!.name?.some(({ text, hit }) => hit && text === name)).toBe(true)
  })

  test('does not find every conversation by what the robot says to everybody', async () => {
    const buyer = await arriveAsBuyer(stage, shop.storeId)
    await buyer.enter()
    await buyer.say('Hello')
    await shop.index(buyer)
    const robot = buyer.shown().find(({ author, content }) => author === 'robot' && content.kind === 'text')!
    const word = /[a-z]{6,}/.exec(robot.content.kind === 'text' ? robot.content.text : '')![0]
    expect(await found(word)).toEqual([])
    expect(await found('hello')).toEqual([buyer.conversation])
  })

  test('shows the message that says it best, with the hits marked', async () => {
    await shop.buyerWho('A bottle', 'The bottle in two colours', 'Bye')
    const [hit] = (await search({ text: 'bottle colours' })).conversations
    expect(hit!.excerpt).toMatchObject({ author: 'buyer' })
    expect(hit!.excerpt!.parts).toEqual([
      { text: 'The ', hit: false },
      { text: 'bottle', hit: true },
      { text: ' in two ', hit: false },
      { text: 'colours', hit: true },
    ])
  })

  test('narrows by state, by who has it and by time, together with words', async () => {
    const waiting = await shop.buyerWho('bottle one')
    await waiting.askForPerson()
    await shop.index(waiting)
    const between = stage.clock.now() + 1
    stage.clock.forward(60_000)
    const later = await shop.buyerWho('bottle two')
    expect(idsOf(await search({ text: 'bottle', state: 'waiting' }))).toEqual([waiting.conversation])
    expect(idsOf(await search({ state: 'waiting' }))).toEqual([waiting.conversation])
    expect(idsOf(await search({ text: 'bottle', from: String(between) }))).toEqual([later.conversation])
    expect(idsOf(await search({ text: 'bottle', to: String(between) }))).toEqual([waiting.conversation])
    expect(idsOf(await search({ text: 'bottle', assignee: 'nobody' }))).toHaveLength(2)
    expect(idsOf(await search({ assignee: 'acc-of-nobody' }))).toEqual([])
  })

  test('pages follow each other without a gap or a repeat', async () => {
    const all: string[] = []
    for (let n = 0; n < 65; n += 1) all.unshift((await shop.buyerWho(`bottle ${n}`)).conversation)
    const seen: string[] = []
    for (let before: string | undefined, more = true; more;) {
      const page = await search({ text: 'bottle', ...(before === undefined ? {} : { before }) })
      seen.push(...idsOf(page))
      before = page.next
      more = before !== undefined
    }
    expect(seen).toEqual(all)
  })

  test('never shows another store’s conversations', async () => {
    await shop.buyerWho('a secret bottle')
    shop = await stage.openShop()
    expect(await found('secret')).toEqual([])
    expect(await found('bottle')).toEqual([])
  })

  test('finds nothing by words that could be a query', async () => {
    await shop.buyerWho('100 % of {it}')
    for (const text of ["' or true --", '%%', '{1,2}', '\\', '"; drop table message', '_ot']) {
      const answer = await shop.read(`/conversations/search?${new URLSearchParams({ text })}`)
      expect([200, 422]).toContain(answer.status)
    }
    expect(await found('100')).toHaveLength(1)
  })

  test.for(['x', '!', '- -'])('says that %s is too short', async (text) => {
    const answer = await shop.read(`/conversations/search?${new URLSearchParams({ text })}`)
    expect(codeOf(answer)).toBe('SEARCH_TOO_SHORT')
  })

  test.for([
    '?state=open',
    '?from=yesterday',
    '?size=9',
    '?limit=0',
    '?assignee=a b',
    `?text=${'x'.repeat(201)}`,
  ])('refuses a query that is not offered: %s', async (query) => {
    expect(codeOf(await shop.read(`/conversations/search${query}`))).toBe('NOT_UNDERSTOOD')
  })

  test('a sweep finds what no wake told of, remembers its place, and begins anew when that is forgotten', async () => {
    const buyer = await arriveAsBuyer(stage, shop.storeId)
    await buyer.say('forgotten bottle')
    expect(await found('forgotten')).toEqual([])
    const sweep = () => sweepConversations(stage, stage.clock.now(), () => false)
    await sweep()
    expect(await found('forgotten')).toEqual([buyer.conversation])

    // Later the old hours are not looked at again, unless the place is forgotten.
    stage.clock.forward(3 * 3_600_000)
    await sweep()
    await asOperator(stage, (tx) => tx.deleteFrom('conversationSearch').execute())
    await sweep()
    expect(await found('forgotten')).toEqual([])
    await runAsJournal(stage.database, forgetSearchPlaces)
    await sweep()
    expect(await found('forgotten')).toEqual([buyer.conversation])
  })

  test('words of a message are found with the older ones when it comes', async () => {
    const buyer = await shop.buyerWho('first words')
    await buyer.say('second words')
    expect(await found('second')).toEqual([])
    await shop.index(buyer)
    expect(await found('first second')).toEqual([buyer.conversation])
  })
})
