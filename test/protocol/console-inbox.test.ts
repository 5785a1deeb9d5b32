import {
  ConversationDetail,
  ConversationList,
  HandlingChanged,
  MessagePage,
  ReplyStored,
} from '@shopbell/protocol'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addAccount } from './console-stage/add-account.ts'
import { ask, codeOf, signInAs } from './console-stage/ask.ts'
import { arriveAsBuyer } from './console-stage/buyer.ts'
import { type ConsoleStage, openConsoleStage } from './console-stage/open-console-stage.ts'
import { publishSample } from './console-stage/publish-sample.ts'

let stage: ConsoleStage
let storeId: number
let cookie: string
let stores = 0

beforeAll(async () => {
  stage = await openConsoleStage()
})
afterAll(() => stage.close())
beforeEach(async () => {
  stores += 1
  storeId = await stage.addStore(`shop-${stores}`)
  await addAccount(stage, storeId, { email: `agent@shop-${stores}.example`, role: 'agent' })
  cookie = await signInAs(stage, `agent@shop-${stores}.example`)
  await publishSample(stage, storeId)
})

const read = (path: string) => ask(stage, 'GET', path, { cookie })
const act = (path: string, body: object) => ask(stage, 'POST', path, { cookie, body })
const list = async (query = '') => (await read(`/conversations${query}`)).as(ConversationList)
const detail = async (id: string) => (await read(`/conversations/${id}`)).as(ConversationDetail)

describe('the list', () => {
  test('what waits for a person is on top, the longest wait first', async () => {
    const [first, second, third] = [
      await arriveAsBuyer(stage, storeId),
      await arriveAsBuyer(stage, storeId),
      await arriveAsBuyer(stage, storeId),
    ]
    await third!.enter()
    await first!.askForPerson()
    stage.clock.forward(60_000)
    await second!.askForPerson()
    stage.clock.forward(60_000)
    await third!.enter()

    const { conversations, waiting } = await list()
    expect(conversations.map(({ id }) => id)).toEqual(
      [first, second, third].map((buyer) => buyer!.conversation),
    )
    expect(conversations.map(({ handling }) => handling)).toEqual(['waiting', 'waiting', 'robot'])
    expect(waiting).toBe(2)
    expect(conversations[1]).toMatchObject({ last: { text: expect.any(String) }, unread: 1 })
  })

  test('closed conversations are in their own view', async () => {
    const buyer = await arriveAsBuyer(stage, storeId)
    await buyer.say('Bye')
    await act(`/conversations/${buyer.conversation}/handling`, { action: 'close' })
    expect((await list('?view=open')).conversations).toEqual([])
    expect((await list('?view=closed')).conversations.map(({ id }) => id)).toEqual([buyer.conversation])
    expect((await list('?view=all')).conversations).toHaveLength(1)
  })

  test('pages follow each other without a gap or a repeat', async () => {
    const all: string[] = []
    for (let n = 0; n < 60; n += 1) {
      const buyer = await arriveAsBuyer(stage, storeId)
      await buyer.say('Hello')
      stage.clock.forward(1_000)
      all.push(buyer.conversation)
    }
    const first = await list()
    const second = await list(`?before=${encodeURIComponent(first.next!)}`)
    expect(second.next).toBeUndefined()
    const seen = [...first.conversations, ...second.conversations].map(({ id }) => id)
    expect(first.conversations).toHaveLength(50)
    expect(seen).toHaveLength(60)
    expect(new Set(seen)).toEqual(new Set(all))
  })

  test.for(['not-a-cursor', '%7B%7D', '1', '-1,2,3'])(
    'a cursor that was made up (%s) is refused',
    async (cursor) => {
      expect(codeOf(await read(`/conversations?before=${cursor}`))).toBe('NOT_UNDERSTOOD')
    },
  )

  test.for(['?view=secret', '?view=open&view=all', '?limit=1000'])(
    'a query that is not offered (%s) is refused',
    async (query) => {
      expect(codeOf(await read(`/conversations${query}`))).toBe('NOT_UNDERSTOOD')
    },
  )
})

describe('a conversation', () => {
  test('shows what was said, what was answered, and what is planned', async () => {
    const buyer = await arriveAsBuyer(stage, storeId)
    await buyer.enter()
    const form = buyer.shown().find(({ content }) => content.kind === 'form')!
    const answered = await buyer.send({ kind: 'choice', message: form.seq, option: 'ml-500' })
    const shown = await detail(buyer.conversation)

    expect(shown.messages.map(({ seq }) => seq)).toEqual(buyer.shown().map(({ seq }) => seq))
    // Client ids are between the server and the sender.
    expect(shown.messages.filter((message) => 'id' in message)).toEqual([])
    expect(shown.answers).toMatchObject([{ variable: 'size', value: 'ml-500', seq: answered }])
    expect(shown.conversation).toMatchObject({
      handling: 'robot',
      head: shown.messages.at(-1)!.seq,
      answers: 1,
    })
    expect(shown.flowVersion).toBe(1)
    expect(shown.timers.map(({ kind }) => kind)).toContain('timeout')
    expect(shown.messages.filter(({ author }) => author === 'robot').length).toBeGreaterThan(2)
  })

  test('its earlier messages come page by page', async () => {
    const buyer = await arriveAsBuyer(stage, storeId)
    for (let n = 1; n <= 130; n += 1) await buyer.say(`Line ${n}`)
    const { messages, conversation } = await detail(buyer.conversation)
    expect(messages).toHaveLength(100)
    const pages = [messages]
    for (let first = messages[0]!.seq; first > 1; first = pages[0]![0]!.seq) {
      const page = (await read(`/conversations/${buyer.conversation}/messages?before=${first}`)).as(
        MessagePage,
      )
      pages.unshift(page.messages)
    }
    expect(pages.flat().map(({ seq }) => seq)).toEqual(
      Array.from({ length: conversation.head }, (_, n) => n + 1),
    )
  })
})

describe('why the robot was silent', () => {
  const reasons = async (id: string) => (await detail(id)).silences.map(({ after, code }) => [after, code])

  test('each reason stands after the message it belongs to, with what it was decided from', async () => {
    const buyer = await arriveAsBuyer(stage, storeId)
    await buyer.enter()
    const greeted = buyer.shown().at(-1)!.seq
    await buyer.enter()
    expect(await reasons(buyer.conversation)).toEqual([[greeted, 'LIST_ALREADY_TODAY']])

    const path = `/conversations/${buyer.conversation}`
    await act(`${path}/replies`, { id: 'console-lane.1', text: 'Good morning' })
    const asked = await buyer.say('Is it steel?')
    await act(`${path}/handling`, { action: 'return' })
    await act(`${path}/replies`, { id: 'console-lane.2', text: 'It is.' })
    await act(`${path}/handling`, { action: 'return' })
    const thanked = await buyer.say('好的谢谢')
    expect(await reasons(buyer.conversation)).toEqual([
      [greeted, 'LIST_ALREADY_TODAY'],
      [asked, 'HUMAN_IN_CHARGE'],
      [thanked, 'CLOSING_PHRASE'],
    ])
    expect((await detail(buyer.conversation)).conversation.handling).toBe('robot')
  })

  test('they come with their page, none twice and none left out', async () => {
    const buyer = await arriveAsBuyer(stage, storeId)
    await buyer.enter()
    await act(`/conversations/${buyer.conversation}/replies`, { id: 'console-lane.1', text: 'Hi' })
    const said: number[] = []
    for (let n = 1; n <= 130; n += 1) said.push(await buyer.say(`Line ${n}`))
    const last = await detail(buyer.conversation)
    const earlier = (
      await read(`/conversations/${buyer.conversation}/messages?before=${last.messages[0]!.seq}`)
    ).as(MessagePage)
    expect([...earlier.silences, ...last.silences].map(({ after }) => after)).toEqual(said)
    expect(last.silences[0]!.after).toBe(last.messages[0]!.seq)
  })
})

describe('a person', () => {
  test('replies once, however often the same is sent, and the robot is silent from then on', async () => {
    const buyer = await arriveAsBuyer(stage, storeId)
    await buyer.enter()
    const reply = { id: 'console-lane.1', text: 'Good morning, this is Mei' }
    const path = `/conversations/${buyer.conversation}/replies`
    const answers = await Promise.all([act(path, reply), act(path, reply), act(path, reply)])
    const seqs = answers.map((answer) => answer.as(ReplyStored).seq)
    expect(new Set(seqs).size).toBe(1)

    const heads = buyer.shown().length
    await buyer.say('Hello Mei')
    const after = buyer.shown().slice(heads)
    expect(after.map(({ author }) => author)).toEqual(['buyer'])
    expect(buyer.shown().filter(({ kind }) => kind === 'human')).toHaveLength(1)
    const { conversation } = await detail(buyer.conversation)
    expect(conversation).toMatchObject({ handling: 'human', assignee: { name: 'agent' } })
    expect(conversation.waitingSince).toBeUndefined()
  })

  test('hands back to the robot, takes again, closes; doing it twice changes nothing', async () => {
    const buyer = await arriveAsBuyer(stage, storeId)
    await buyer.askForPerson()
    const handle = async (action: string) =>
      (await act(`/conversations/${buyer.conversation}/handling`, { action })).as(HandlingChanged)
        .conversation
    expect(await handle('take')).toMatchObject({ handling: 'human', assignee: { name: 'agent' } })
    expect((await handle('take')).handling).toBe('human')
    expect((await handle('return')).handling).toBe('robot')
    expect((await handle('close')).handling).toBe('closed')
    const closed = await detail(buyer.conversation)
    expect((await handle('close')).head).toBe(closed.conversation.head)
  })

  test('reads, and the row says so', async () => {
    const buyer = await arriveAsBuyer(stage, storeId)
    const seq = await buyer.say('Hello?')
    expect((await detail(buyer.conversation)).conversation.unread).toBe(1)
    expect((await act(`/conversations/${buyer.conversation}/read`, { seq })).status).toBe(204)
    expect((await detail(buyer.conversation)).conversation.unread).toBe(0)
    expect(buyer.heard).toContainEqual({ type: 'read', by: 'agent', seq })
  })
})
