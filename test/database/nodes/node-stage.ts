import { type ConsoleDown, SocketTicket } from '@shopbell/protocol'
import { inject } from 'vitest'
import Value from 'typebox/value'
import { WebSocket } from 'ws'
import { noonClock } from '../../tools/noon-clock.ts'
import { type Shop, type ShopOptions, startShop } from '../../tools/start-shop.ts'
import { createPostgresDatabase } from '../store/test-database.ts'

/** Two servers on one PostgreSQL, each with the demo store. */
export interface NodeStage {
  readonly nodes: readonly [Shop, Shop]
  /** The address of their database, for what happens behind their back. */
  readonly databaseUrl: string
  readonly stop: () => Promise<void>
}

export async function startNodes(options: ShopOptions = {}): Promise<NodeStage> {
  const { url, drop } = await createPostgresDatabase(inject('postgresUrl'))
  const start = () =>
    startShop({ clock: noonClock, ...options, environment: { DATABASE_URL: url, SHOPBELL_DEMO: 'on' } })
  const nodes = [await start(), await start()] as const
  return {
    nodes,
    databaseUrl: url,
    stop: async () => {
      for (const node of nodes) await node.stop()
      await drop()
    },
  }
}

/** How the owner signs in. */
export const OWNER = { email: 'owner@shop.example', password: 'correct horse battery' }

/** A signed-in person, by cookie; the cookie is good on every node. */
export async function createOwner({ url, setupLink }: Shop): Promise<string> {
  const token = new URL(setupLink ?? '').hash.slice('#token='.length)
  const owner = { token, name: 'Owner', ...OWNER }
  const answer = await post(url, 'setup', owner)
  if (!answer.ok) throw new Error(`The owner was not made: ${await answer.text()}`)
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

export function post(url: string, path: string, body: object, cookie?: string): Promise<Response> {
  return fetch(`${url}/api/v1/${path}`, {
    method: 'POST',
    headers: { origin: url, 'content-type': 'application/json', ...(cookie === undefined ? {} : { cookie }) },
    body: JSON.stringify(body),
  })
}

export interface NodeConsole {
  readonly say: (frame: object) => void
  /** The first frame that fits, from the beginning on. */
  readonly hears: (fits: (frame: ConsoleDown) => boolean) => Promise<ConsoleDown>
  /** The close code, once the socket is closed. */
  readonly closed: Promise<number>
  readonly leave: () => void
}

/** A console that is open on this node. */
export async function openConsole({ url }: Shop, cookie: string): Promise<NodeConsole> {
  const { ticket } = Value.Parse(SocketTicket, await (await post(url, 'socket-tickets', {}, cookie)).json())
  const socket = new WebSocket(`${url.replace('http', 'ws')}/v1/console`, 'shopbell.console.v1', {
    origin: url,
  })
  const closed = new Promise<number>((resolve) => {
    socket.on('close', resolve)
  })
  const heard: ConsoleDown[] = []
  const waits = new Set<() => void>()
  socket.on('message', (bytes: Buffer) => {
    heard.push(JSON.parse(bytes.toString('utf8')))
    for (const look of waits) look()
  })
  await new Promise((resolve, reject) => {
    socket.on('open', resolve)
    socket.on('error', reject)
  })
  const say = (frame: object) => {
    socket.send(JSON.stringify(frame))
  }
  const hears = (fits: (frame: ConsoleDown) => boolean) =>
    new Promise<ConsoleDown>((resolve) => {
      const look = () => {
        const frame = heard.find(fits)
        if (frame === undefined) return
        waits.delete(look)
        resolve(frame)
      }
      waits.add(look)
      look()
    })
  say({ type: 'hello', ticket })
  await hears(({ type }) => type === 'welcome')
  return {
    say,
    hears,
    closed,
    leave: () => {
      socket.close()
    },
  }
}
