import { setTimeout as pause } from 'node:timers/promises'
import { createLog } from '@shopbell/server'
import { issueSetupToken } from '../../packages/server/src/accounts/setup-token.ts'
import { systemClock } from '../../packages/server/src/clock.ts'
import { sweepConversations } from '../../packages/server/src/inbox/find/index-conversations.ts'
import { openDatabase } from '../../packages/server/src/store/open-database.ts'
import { runAsJournal } from '../../packages/server/src/store/run-as.ts'
import { findStoreByPublicId } from '../../packages/server/src/store/stores.ts'
import { openBuyer } from '../../test/tools/raw-buyer.ts'
import { type FilledInbox, fillInbox } from '../console/fill-inbox.ts'
import { type BenchConsole, openConsole } from '../console/open-console.ts'
import { OPEN } from '../process/server-tasks.ts'
import { percentile } from '../statistics.ts'
import type { Measure } from './measure.ts'

const MESSAGES = 200
const MESSAGE_EVERY_MS = 25
const WARM_UP = 5

/** The console of a store with many conversations: its list, its search, and how soon a buyer's message is on the agent's screen. */
export const consoleInbox: Measure = {
  name: 'console',
  run: async ({ pace, postgres, start, tell }) => {
    const { inboxConversations: conversations, consoleRequests: times } = pace
    const databaseUrl = await postgres.newDatabase()
    const program = start('shop')
    const { url } = await program.ask(OPEN, { databaseUrl, writes: true })
    const serverUrl = new URL(url.replace(/^ws/, 'http')).origin

    tell(`console: ${String(conversations)} conversations`)
    const { inbox, setupToken, perSecond } = await fill(databaseUrl, conversations, tell)
    const desk = await openConsole(serverUrl, setupToken)
    tell('console: asking')
    const asked = await askAll(desk, inbox, times)
    tell('console: listening')
    const live = await listen(desk, serverUrl)
    desk.close()
    await program.stop()

    const p95 = (tookMs: readonly number[]) => percentile(tookMs, 0.95)
    const rows = [...asked, { what: 'buyer’s `stored` to the agent’s screen', tookMs: live }]
    const searches = asked.filter(({ what }) => what.startsWith('search')).map(({ tookMs }) => p95(tookMs))
    return {
      tables: [
        {
          title: `Console, ${String(conversations)} conversations (indexed at ${String(Math.round(perSecond))} per second)`,
          columns: ['ms', 'p50', 'p95'],
          rows: rows.map(({ what, tookMs }) => [what, percentile(tookMs, 0.5), p95(tookMs)]),
        },
      ],
      targets: [
        {
          what: 'console, first list p95',
          reached: p95(asked[0]?.tookMs ?? []),
          bound: { atMost: 200 },
          unit: 'ms',
        },
        {
          what: 'console, slowest search p95',
          reached: Math.max(...searches),
          bound: { atMost: 300 },
          unit: 'ms',
        },
        { what: 'console, live update p95', reached: p95(live), bound: { atMost: 150 }, unit: 'ms' },
      ],
    }
  },
}

/** Fills the demo store, and its search as the server would by itself, with nothing else to do. */
async function fill(databaseUrl: string, conversations: number, tell: (line: string) => void) {
  const database = await openDatabase({ databaseUrl, dataDirectory: '', log: createLog('silent') })
  try {
    const store = await runAsJournal(database, (tx) => findStoreByPublicId(tx, 'demo'))
    if (store === null) throw new Error('The demo store is missing.')
    const inbox = await fillInbox(databaseUrl, store.id, conversations, Date.now())
    tell('console: indexing')
    const startedAt = performance.now()
    await sweepConversations({ database }, Date.now(), () => false)
    const perSecond = (conversations * 1_000) / (performance.now() - startedAt)
    const setupToken = await issueSetupToken({ database, clock: systemClock })
    if (setupToken === null) throw new Error('There is an owner already.')
    return { inbox, setupToken, perSecond }
  } finally {
    await database.close()
  }
}

interface Asked {
  readonly what: string
  readonly tookMs: readonly number[]
}

async function askAll(
  desk: BenchConsole,
  { commonWord, rareWord }: FilledInbox,
  times: number,
): Promise<Asked[]> {
  const search = (text: string, more = '') => `/conversations/search?text=${encodeURIComponent(text)}${more}`
  const ways = [
    ['first list', '/conversations?view=open'],
    ['list of all', '/conversations?view=all'],
    ['answers', '/answers'],
    ['search: a word of ten conversations', search(rareWord)],
    ['search: a word of many', search(commonWord)],
    ['search: two words of many', search(`${commonWord} barba`)],
    ['search: the middle of words', search('arba')],
    ['search: Chinese', search('多少钱 定制')],
    ['search: nothing has it', search('giraffe')],
    ['search: common letters, no such word', search('bacordelfin')],
    ['search: a word of many, closed', search(commonWord, '&state=closed')],
    ['search by state alone', '/conversations/search?state=waiting'],
  ] as const
  const asked: Asked[] = []
  for (const [what, path] of ways) {
    const tookMs: number[] = []
    for (let time = 0; time < times + WARM_UP; time += 1) {
      const { tookMs: took } = await desk.ask(path)
      if (time >= WARM_UP) tookMs.push(took)
    }
    asked.push({ what, tookMs })
  }
  return asked
}

/** How long after a buyer's `stored` each message is heard by the console; below 0 it came first. */
async function listen(desk: BenchConsole, serverUrl: string): Promise<number[]> {
  const buyer = await openBuyer(serverUrl)
  const { conversation } = await buyer.hello()
  const heard = new Map<number, number>()
  await desk.watch(conversation, (seq, at) => heard.set(seq, at))
  const stored = new Map<number, number>()
  for (let n = 1; n <= MESSAGES; n += 1) {
    const answer = await buyer.say(`bench-lane.${String(n)}`, `message ${String(n)}`)
    if (answer.type === 'refused') throw new Error(answer.message)
    stored.set(answer.seq, performance.now())
    await pause(MESSAGE_EVERY_MS)
  }
  await pause(1_000)
  buyer.drop()
  return [...stored].map(([seq, at]) => (heard.get(seq) ?? Infinity) - at)
}
