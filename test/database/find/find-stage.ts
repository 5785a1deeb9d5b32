import type { Role } from '@shopbell/protocol'
import { indexConversations } from '../../../packages/server/src/inbox/find/index-conversations.ts'
import { addAccount } from '../../protocol/console-stage/add-account.ts'
import { type Answered, ask, signInAs } from '../../protocol/console-stage/ask.ts'
import { arriveAsBuyer, type Buyer } from '../../protocol/console-stage/buyer.ts'
import { type ConsoleStage, openConsoleStage } from '../../protocol/console-stage/open-console-stage.ts'
import { publishSample } from '../../protocol/console-stage/publish-sample.ts'
import { createPostgresDatabase, type Kind } from '../store/test-database.ts'

/** The console of a database of either kind. */
export interface FindStage extends ConsoleStage {
  readonly openShop: () => Promise<FindShop>
}

/** A store with a flow and somebody of each role who matters here. */
export interface FindShop {
  readonly storeId: number
  /** Asks as an admin, or as who is named. */
  readonly read: (path: string, role?: Role) => Promise<Answered>
  readonly remove: (path: string, role?: Role) => Promise<Answered>
  /** A buyer who wrote these lines, found by the search at once. */
  readonly buyerWho: (...lines: readonly string[]) => Promise<Buyer>
  readonly index: (buyer: Buyer) => Promise<void>
}

export async function openFindStage(kind: Kind, postgresUrl: string): Promise<FindStage> {
  const database = kind === 'postgres' ? await createPostgresDatabase(postgresUrl) : null
  const stage = await openConsoleStage(database === null ? {} : { databaseUrl: database.url })
  let shops = 0
  return {
    ...stage,
    openShop: () => openShop(stage, `find-${(shops += 1)}`),
    close: async () => {
      await stage.close()
      await database?.drop()
    },
  }
}

async function openShop(stage: ConsoleStage, name: string): Promise<FindShop> {
  const storeId = await stage.addStore(name)
  const cookies = new Map<Role, string>()
  for (const role of ['admin', 'agent'] as const) {
    await addAccount(stage, storeId, { email: `${role}@${name}.example`, role })
    cookies.set(role, await signInAs(stage, `${role}@${name}.example`))
  }
  await publishSample(stage, storeId)
  const asking = (role: Role) => ({ cookie: cookies.get(role) ?? '' })
  const index = ({ conversationId: id }: Buyer) => indexConversations(stage, [{ storeId, id }])
  return {
    storeId,
    read: (path, role = 'admin') => ask(stage, 'GET', path, asking(role)),
    remove: (path, role = 'admin') => ask(stage, 'DELETE', path, asking(role)),
    index,
    buyerWho: async (...lines) => {
      const buyer = await arriveAsBuyer(stage, storeId)
      for (const line of lines) await buyer.say(line)
      stage.clock.forward(1_000)
      await index(buyer)
      return buyer
    },
  }
}
