import { ApiTokenCreated, TOKEN_SCOPES } from '@shopbell/protocol'
import { newPublicId } from '../../../packages/server/src/accounts/public-id.ts'
import { addAccount } from '../console-stage/add-account.ts'
import { type Answered, ask, type Method, signInAs } from '../console-stage/ask.ts'
import type { ConsoleStage } from '../console-stage/open-console-stage.ts'

/** A store of its own, with an owner's API token that may do everything. */
export interface Shop {
  readonly stage: ConsoleStage
  readonly storeId: number
  /** The public id of somebody else who works there. */
  readonly colleague: string
  readonly send: (method: Method, path: string, sent: Sent) => Promise<Answered>
  readonly get: (path: string) => Promise<Answered>
  readonly post: (path: string, body: unknown) => Promise<Answered>
  readonly put: (path: string, body: unknown) => Promise<Answered>
}

interface Sent {
  readonly body?: unknown
  /** An `Idempotency-Key`. */
  readonly key?: string
}

let opened = 0

export async function openShop(stage: ConsoleStage): Promise<Shop> {
  const publicId = newPublicId()
  const storeId = await stage.addStore(publicId)
  const email = `${publicId}@owner.example`.toLowerCase()
  await addAccount(stage, storeId, { email, role: 'owner' })
  const colleague = await addAccount(stage, storeId, { email: `other-${email}`, role: 'agent' })
  const made = { cookie: await signInAs(stage, email), body: { name: 'ci', scopes: [...TOKEN_SCOPES] } }
  const { token: apiToken } = (await ask(stage, 'POST', '/api-tokens', made)).as(ApiTokenCreated)
  // From an address of its own: what is tried here is not how often one may ask.
  opened += 1
  const address = `10.2.${opened >> 8}.${opened & 255}`

  const send = (method: Method, path: string, { body, key }: Sent) =>
    ask(stage, method, path, {
      ...{ apiToken, address },
      ...(body === undefined ? {} : { body }),
      ...(key === undefined ? {} : { headers: { 'idempotency-key': key } }),
    })
  const well = async (method: Method, path: string, body?: unknown) => {
    const answer = await send(method, path, { body })
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.text}`)
    return answer
  }
  return {
    ...{ stage, storeId, colleague: colleague.publicId, send },
    get: (path) => well('GET', path),
    post: (path, body) => well('POST', path, body),
    put: (path, body) => well('PUT', path, body),
  }
}
