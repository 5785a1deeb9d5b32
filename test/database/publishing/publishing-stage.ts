import {
  DraftSaved,
  FlowDraft,
  FlowImported,
  FlowVersionList,
  Published,
  PublishPreview,
  type ListedVersion,
} from '@shopbell/protocol'
import { inject } from 'vitest'
import { addAccount } from '../../protocol/console-stage/add-account.ts'
import { ask, type Answered, signInAs } from '../../protocol/console-stage/ask.ts'
import { type ConsoleStage, openConsoleStage } from '../../protocol/console-stage/open-console-stage.ts'
import { SAMPLE_FLOW } from '../../protocol/console-stage/sample-flow.ts'
import { createPostgresDatabase, type Kind } from '../store/test-database.ts'

/** Somebody of the shop, signed in. */
export interface Person {
  readonly read: (path: string) => Promise<Answered>
  readonly post: (path: string, body: unknown) => Promise<Answered>
  /** Saves an English text; the draft's revision after it. */
  readonly write: (text: string, value: string) => Promise<number>
  /** Publishes a file, by the draft. */
  readonly publishNew: (source: string) => Promise<Published>
}

/** A shop of its own, whose first version is the sample flow; Mei owns it, Lin is an admin. */
export interface PublishingShop {
  readonly store: number
  readonly mei: Person
  readonly lin: Person
  readonly preview: () => Promise<PublishPreview>
  readonly listed: () => Promise<readonly ListedVersion[]>
  readonly restore: (version: number, body?: object) => Promise<Answered>
  /** Moves the clock; sessions of accounts end meanwhile, so all sign in again. */
  readonly later: (ms: number) => Promise<void>
}

export interface PublishingStage {
  readonly stage: ConsoleStage
  readonly openShop: () => Promise<PublishingShop>
  readonly close: () => Promise<void>
}

/** A server on a database of this kind. */
export async function openPublishingStage(kind: Kind): Promise<PublishingStage> {
  const database = kind === 'postgres' ? await createPostgresDatabase(inject('postgresUrl')) : null
  const stage = await openConsoleStage(database ? { databaseUrl: database.url } : {})
  let shops = 0
  return {
    stage,
    openShop: async () => {
      shops += 1
      return openShop(stage, `shop-${shops}`)
    },
    close: async () => {
      await stage.close()
      await database?.drop()
    },
  }
}

async function openShop(stage: ConsoleStage, name: string): Promise<PublishingShop> {
  const store = await stage.addStore(name)
  const [owner, admin] = [`mei@${name}.example`, `lin@${name}.example`]
  await addAccount(stage, store, { email: owner, role: 'owner' })
  await addAccount(stage, store, { email: admin, role: 'admin' })
  const cookies = new Map<string, string>()
  const signIn = async () => {
    for (const email of [owner, admin]) cookies.set(email, await signInAs(stage, email))
  }
  const cookieOf = (email: string) => cookies.get(email) ?? ''
  await signIn()
  const [mei, lin] = [owner, admin].map((email) => person(stage, email, () => cookieOf(email)))
  if (!mei || !lin) throw new Error('There are two.')
  await mei.publishNew(SAMPLE_FLOW)
  return {
    store,
    mei,
    lin,
    preview: async () => (await mei.read('/flow/publish-preview')).as(PublishPreview),
    listed: async () => (await mei.read('/flow/versions')).as(FlowVersionList).versions,
    restore: (version, body = {}) => mei.post(`/flow/versions/${version}/restore`, body),
    later: async (ms) => {
      stage.clock.forward(ms)
      await signIn()
    },
  }
}

function person(stage: ConsoleStage, email: string, cookie: () => string): Person {
  const read = (path: string) => ask(stage, 'GET', path, { cookie: cookie() })
  const post = (path: string, body: unknown) => ask(stage, 'POST', path, { cookie: cookie(), body })
  const lane = email.replace(/\W/g, '-').slice(0, 30)
  let batches = 0
  return {
    read,
    post,
    write: async (text, value) => {
      batches += 1
      const { revision: base } = (await read('/flow/draft')).as(FlowDraft)
      const operations = [{ op: 'put', at: ['texts', 'en', text], value }]
      const body = { batch: `${lane}.${batches}`, base, operations }
      return (await post('/flow/draft/operations', body)).as(DraftSaved).revision
    },
    publishNew: async (source) => {
      const { revision } = (await post('/flow/import', source)).as(FlowImported)
      return (await post('/flow/publish', { revision })).as(Published)
    },
  }
}
