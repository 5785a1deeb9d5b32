import { ApiTokenCreated, TOKEN_SCOPES } from '@shopbell/protocol'
import { addAccount } from '../console-stage/add-account.ts'
import { ask, signInAs } from '../console-stage/ask.ts'
import { arriveAsBuyer, type Buyer } from '../console-stage/buyer.ts'
import { type ConsoleStage, openConsoleStage } from '../console-stage/open-console-stage.ts'
import { publishSample } from '../console-stage/publish-sample.ts'
import {
  type AccountAsker,
  ACCOUNTS,
  type Asker,
  ASKERS,
  hasAccount,
  STORES,
  storeOf,
  type StoreName,
} from './askers.ts'

/** A server with two stores in which the same things exist, and everybody who may ask for them. */
export interface World {
  readonly stage: ConsoleStage
  readonly storeIds: Readonly<Record<StoreName, number>>
  readonly accountIds: Readonly<Record<AccountAsker, number>>
  readonly buyers: Readonly<Record<'buyer' | 'other buyer', Buyer>>
  /** The owner's token for programs. */
  readonly apiToken: string
  /** The session's cookie, as `name=value`. */
  readonly cookieOf: (asker: AccountAsker) => string
  /** A session of one's own, for what ends it. */
  readonly signInAgain: (asker: AccountAsker) => Promise<string>
  readonly close: () => Promise<void>
}

/** What a request shows of who asks. */
export interface Shown {
  readonly cookie?: string
  readonly apiToken?: string
  /** An `Idempotency-Key`. */
  readonly key?: string
}

export async function openWorld(databaseUrl?: string): Promise<World> {
  const stage = await openConsoleStage(databaseUrl === undefined ? {} : { databaseUrl })
  const storeIds = { alder: await stage.addStore('alder'), birch: await stage.addStore('birch') }
  const accountIds = { owner: 0, admin: 0, service_admin: 0, agent: 0, 'other admin': 0 }
  const cookies = new Map<AccountAsker, string>()
  for (const asker of ASKERS.filter(hasAccount)) {
    const made = { email: emailOf(asker), role: ACCOUNTS[asker] }
    accountIds[asker] = (await addAccount(stage, storeIds[storeOf(asker)], made)).id
    cookies.set(asker, await signInAs(stage, made.email))
  }
  for (const store of STORES) await publishSample(stage, storeIds[store])
  const owner = { cookie: cookies.get('owner') ?? '', body: { name: 'ci', scopes: [...TOKEN_SCOPES] } }
  const { token } = (await ask(stage, 'POST', '/api-tokens', owner)).as(ApiTokenCreated)
  const buyers = {
    buyer: await arriveAsBuyer(stage, storeIds.alder),
    'other buyer': await arriveAsBuyer(stage, storeIds.alder),
  }
  for (const [name, buyer] of Object.entries(buyers)) await buyer.say(`words of the ${name}`)

  return {
    stage,
    storeIds,
    accountIds,
    buyers,
    apiToken: token,
    cookieOf: (asker) => cookies.get(asker) ?? '',
    signInAgain: (asker) => signInAs(stage, emailOf(asker)),
    close: stage.close,
  }
}

/** A buyer shows the token of the chat, one as a program would and one as a browser would: it is worth nothing over HTTP. */
export function credentialsOf(world: World, asker: Asker): Shown {
  if (hasAccount(asker)) return { cookie: world.cookieOf(asker) }
  switch (asker) {
    case 'api token':
      return { apiToken: world.apiToken }
    case 'buyer':
      return { apiToken: world.buyers.buyer.token }
    case 'other buyer':
      return { cookie: `shopbell-session=${world.buyers['other buyer'].token}` }
    case 'nobody':
      return {}
  }
}

function emailOf(asker: AccountAsker): string {
  return `${asker.replace(' ', '-')}@${storeOf(asker)}.example`
}
