import { localDay } from '@shopbell/engine'
import { expect, inject, test } from 'vitest'
import { connect, type Connection } from '../../../packages/widget/src/connection/connect.ts'
import { memoryStorage } from '../../../packages/widget/src/connection/lasting-storage.ts'
import { freePort } from '../../tools/free-port.ts'
import { openBuyer } from '../../tools/raw-buyer.ts'
import { startNode } from '../../fault/node/start-node.ts'
import { startServerProcess, type ServerProcess } from '../../tools/server-process.ts'
import { FAULT_DATABASES } from './fault-databases.ts'

/** Moments at which the server dies, in turn: right after its n-th commit, or when a test pulls the plug. */
const DEATHS = [
  { at: 'committed', hit: 2 },
  { at: 'writing', hit: 2 },
  'plug',
  { at: 'committed', hit: 1 },
  'plug',
  { at: 'committed', hit: 3 },
] as const
const MESSAGES_PER_LIFE = 4

/** The widget's own connection, with its outbox: what a buyer's browser runs. */
test.for(FAULT_DATABASES)(
  '$name: through six deaths of the server the widget goes on, nothing is lost and nothing doubled',
  { timeout: 900_000 },
  async ({ create }) => {
    const database = await create(inject('postgresUrl'))
    const port = await freePort()
    const environment = { ...database.environment, PORT: String(port) }
    const storage = memoryStorage()
    const openTab = () =>
      connect({
        address: `ws://127.0.0.1:${String(port)}/v1/chat?store=demo`,
        store: 'demo',
        locale: 'en',
        storage,
        // Full jitter may wait half a minute; here it waits its shortest.
        chance: () => 0.02,
      })

    let tab = openTab()
    let written = 0
    let stored = 0
    let diedBetweenCommitAndAnswer = 0
    const write = () => {
      written += 1
      tab.send({ kind: 'text', text: `message ${String(written)}` }, '')
    }

    for (const [life, death] of DEATHS.entries()) {
      const server = await startNode(environment, death === 'plug' ? {} : { crash: death })
      if (life === 0) tab.enter({ entry: 'product' })
      else tab.wake()
      for (let count = 0; count < MESSAGES_PER_LIFE; count += 1) write()
      if (death === 'plug') {
        await until(tab, () => ownTexts(tab).length > stored)
        await server?.kill()
      } else if (server !== null) expect(await server.ended).toBe('SIGKILL')
      // Null: a client that was waiting came before the start was told, and its message already met the death.
      stored = ownTexts(tab).length
      // A page that is reloaded while the shop is away begins with what storage kept.
      if (life === 3) {
        tab.end()
        tab = openTab()
      }
      if (isAfterCommit(death)) diedBetweenCommitAndAnswer += await storedButUntold(environment, storage, tab)
    }

    const server = await startServerProcess(environment)
    tab.wake()
    write()
    await until(tab, () => tab.state().outbox.length === 0 && tab.state().phase === 'ready')
    const everything = Array.from({ length: written }, (_, place) => `message ${String(place + 1)}`)
    expect(ownTexts(tab)).toEqual(everything)

    const reader = await openBuyer(server.url)
    const { head } = await reader.hello({ token: tab.state().welcome?.token })
    await reader.next('message', ({ seq }) => seq === head)
    const messages = reader.frames.filter((frame) => frame.type === 'message')
    expect(messages).toEqual(tab.state().log.messages)
    expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, place) => place + 1))
    // Once a day where the demo shop is: a run over its midnight sees two of them.
    const greeted = messages.filter(({ kind }) => kind === 'welcome')
    expect(greeted).not.toEqual([])
    expect(new Set(greeted.map(({ at }) => localDay(at, 'Asia/Shanghai'))).size).toBe(greeted.length)
    expect(diedBetweenCommitAndAnswer).toBe(DEATHS.filter(isAfterCommit).length)
    tab.end()
    expect(await server.stop()).toBe(0)
    await database.remove()
  },
)

const isAfterCommit = (death: (typeof DEATHS)[number]) => death !== 'plug' && death.at === 'committed'

const ownTexts = (tab: Connection) =>
  tab
    .state()
    .log.messages.flatMap(({ author, content }) =>
      author === 'buyer' && content.kind === 'text' ? [content.text] : [],
    )

/** Resolves at the change after which it is so. */
function until(tab: Connection, isSo: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!isSo()) return
      stop()
      resolve()
    }
    const stop = tab.onChange(look)
    look()
  })
}

/** 1 if the dead server had stored something that no client was told: the conversation is longer than the client's log. */
async function storedButUntold(
  environment: Readonly<Record<string, string>>,
  storage: ReturnType<typeof memoryStorage>,
  tab: Connection,
): Promise<number> {
  const held = tab.state().log.messages.length
  const token = storage.getItem('shopbell:demo:token')
  if (token === null) throw new Error('The client has no token yet.')
  // Another port: the client must not be told by this server.
  const server: ServerProcess = await startServerProcess({ ...environment, PORT: '0' })
  const witness = await openBuyer(server.url)
  const { head } = await witness.hello({ token })
  await server.kill()
  return head > held ? 1 : 0
}
