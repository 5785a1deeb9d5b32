import { TOKEN_SCOPES } from '@shopbell/protocol'
import { newPublicId } from '../../../packages/server/src/accounts/public-id.ts'
import { newSecret, secretHash } from '../../../packages/server/src/accounts/secret.ts'
import { createAccount } from '../../../packages/server/src/store/accounts.ts'
import { createAccountSession } from '../../../packages/server/src/store/account-sessions.ts'
import { createApiToken } from '../../../packages/server/src/store/api-tokens.ts'
import { putInvitation } from '../../../packages/server/src/store/invitations.ts'
import { createPasskey, deletePasskey } from '../../../packages/server/src/store/passkeys.ts'
import { createPerson } from '../../../packages/server/src/store/persons.ts'
import { continueAsStore, runAsEntrance, runAsStore } from '../../../packages/server/src/store/run-as.ts'
import { putSecret } from '../../../packages/server/src/store/webhook-secrets.ts'
import { insertWebhook } from '../../../packages/server/src/store/webhooks.ts'
import { newWebhookSecret } from '../../../packages/server/src/webhooks/sign.ts'
import { asOperator } from '../console-stage/as-operator.ts'
import { arriveAsBuyer } from '../console-stage/buyer.ts'
import { type AccountAsker, type Asker, otherStore, storeOf } from './askers.ts'
import type { World } from './world.ts'

/** What an address can name: mine, another store's, one that is gone, and what no thing is called. */
export const IDS = ['own', 'foreign', 'deleted', 'malformed'] as const
export type IdKind = (typeof IDS)[number]

/** One kind of thing that addresses name. Each call makes a new one, so that no case sees what another one did. */
interface Thing {
  /** The public id of a new one of this account, or of its store where they belong to the store. */
  readonly make: (world: World, owner: AccountAsker) => Promise<string>
  /** The id of one that was there. */
  readonly makeGone: (world: World, owner: AccountAsker) => Promise<string>
  readonly malformed: string
  /** Belongs to one account: a colleague's is like a foreign one. */
  readonly personal?: true
}

const THINGS = {
  conversation: {
    make: async (world, owner) => {
      const buyer = await arriveAsBuyer(world.stage, world.storeIds[storeOf(owner)])
      await buyer.say(`words in ${storeOf(owner)}`)
      return buyer.conversation
    },
    makeGone: async (world, owner) => {
      const { conversation, conversationId } = await arriveAsBuyer(
        world.stage,
        world.storeIds[storeOf(owner)],
      )
      await asOperator(world.stage, (tx) =>
        tx.deleteFrom('conversation').where('id', '=', conversationId).execute(),
      )
      return conversation
    },
    malformed: 'no%20conversation',
  },
  'api token': {
    make: async (world, owner) => (await newApiToken(world, owner)).publicId,
    makeGone: async (world, owner) => {
      const { storeId, publicId } = await newApiToken(world, owner)
      await asOperator(world.stage, (tx) =>
        tx.deleteFrom('apiToken').where('storeId', '=', storeId).where('publicId', '=', publicId).execute(),
      )
      return publicId
    },
    malformed: '1%20or%201=1',
    personal: true,
  },
  passkey: {
    make: async (world, owner) => (await newPasskey(world, owner)).publicId,
    makeGone: async (world, owner) => {
      const { personId, publicId } = await newPasskey(world, owner)
      await runAsEntrance(world.stage.database, (tx) => deletePasskey(tx, personId, publicId))
      return publicId
    },
    malformed: 'no%2fkey',
    personal: true,
  },
  version: {
    make: async (world, owner) => {
      const storeId = world.storeIds[storeOf(owner)]
      // Stores count their versions from 1: only one beyond the other store's is foreign there.
      const version = storeOf(owner) === 'alder' ? 100 : 200
      await asOperator(world.stage, async (tx) => {
        const live = tx
          .selectFrom('flowVersion')
          .selectAll()
          .where('storeId', '=', storeId)
          .where('version', '=', 1)
        const copy = { ...(await live.executeTakeFirstOrThrow()), version }
        await tx
          .insertInto('flowVersion')
          .values(copy)
          .onConflict((same) => same.doNothing())
          .execute()
      })
      return String(version)
    },
    makeGone: () => Promise.resolve('999'),
    malformed: 'constructor',
  },
  colleague: {
    make: async (world, owner) => (await newColleague(world, owner)).publicId,
    makeGone: () => Promise.resolve('nobody-any-more'),
    malformed: '1%20or%201=1',
  },
  invitation: {
    make: newInvitation,
    makeGone: () => Promise.resolve('invited-no-more'),
    malformed: '1%20or%201=1',
  },
  letter: {
    make: newLetter,
    makeGone: () => Promise.resolve('999999999'),
    malformed: '1%20or%201=1',
  },
  session: {
    make: newSession,
    makeGone: () => Promise.resolve('signed-out'),
    malformed: '1%20or%201=1',
    personal: true,
  },
  webhook: {
    make: newWebhook,
    makeGone: () => Promise.resolve('hears-no-more'),
    malformed: '1%20or%201=1',
  },
} as const satisfies Record<string, Thing>
export type ThingKind = keyof typeof THINGS

/** Made past the API, because not every role may make one. */
async function newApiToken({ stage, storeIds, accountIds }: World, owner: AccountAsker) {
  const made = {
    storeId: storeIds[storeOf(owner)],
    accountId: accountIds[owner],
    publicId: newPublicId(),
    name: `of ${owner}`,
    scopes: TOKEN_SCOPES,
    tokenHash: secretHash(newSecret()),
    at: stage.clock.now(),
    expiresAt: null,
  }
  await runAsStore(stage.database, made.storeId, (tx) => createApiToken(tx, made))
  return made
}

/** Without a device: what opens it is not tried here. */
async function newPasskey({ stage, accountIds }: World, owner: AccountAsker) {
  return runAsEntrance(stage.database, async (tx) => {
    const { personId } = await tx
      .selectFrom('account')
      .select('personId')
      .where('id', '=', accountIds[owner])
      .executeTakeFirstOrThrow()
    const made = {
      personId,
      publicId: newPublicId(),
      credentialId: newSecret(),
      publicKey: newSecret(),
      counter: 0,
      name: `of ${owner}`,
      at: stage.clock.now(),
    }
    await createPasskey(tx, made)
    return made
  })
}

/** Nobody signs in as them, so no password is hashed. */
function newColleague({ stage, storeIds }: World, owner: AccountAsker) {
  const storeId = storeIds[storeOf(owner)]
  const publicId = newPublicId()
  const at = stage.clock.now()
  return runAsEntrance(stage.database, async (tx) => {
    const email = `${publicId.toLowerCase()}@people.example`
    const person = await createPerson(tx, { email, passwordHash: 'nobody signs in', at })
    if (person === null) throw new Error(`There is a person ${email} already.`)
    await continueAsStore(tx, storeId)
    await createAccount(tx, { storeId, personId: person.id, publicId, name: 'Colleague', role: 'agent', at })
    return { publicId }
  })
}

async function newInvitation({ stage, storeIds, accountIds }: World, owner: AccountAsker): Promise<string> {
  const publicId = newPublicId()
  const storeId = storeIds[storeOf(owner)]
  const madeAt = stage.clock.now()
  await runAsStore(stage.database, storeId, (tx) =>
    putInvitation(tx, {
      storeId,
      publicId,
      email: `${publicId}@people.example`,
      role: 'agent',
      tokenHash: secretHash(newSecret()),
      madeBy: accountIds[owner],
      madeAt,
      expiresAt: madeAt + 3_600_000,
    }),
  )
  return publicId
}

/** One that the mail server refused. */
async function newLetter({ stage, storeIds }: World, owner: AccountAsker): Promise<string> {
  const at = stage.clock.now()
  const made = {
    recipient: 'new@people.example',
    subject: 'Join us',
    words: 'Join us',
    queuedAt: at,
    nextAt: null,
  }
  const { id } = await runAsEntrance(stage.database, (tx) =>
    tx
      .insertInto('letter')
      .values({ ...made, forStore: storeIds[storeOf(owner)], reason: 'address_refused', gaveUpAt: at })
      .returning('id')
      .executeTakeFirstOrThrow(),
  )
  return String(id)
}

async function newSession({ stage, storeIds, accountIds }: World, owner: AccountAsker): Promise<string> {
  const publicId = newPublicId()
  const storeId = storeIds[storeOf(owner)]
  const at = stage.clock.now()
  await runAsStore(stage.database, storeId, (tx) =>
    createAccountSession(tx, {
      storeId,
      accountId: accountIds[owner],
      publicId,
      tokenHash: secretHash(newSecret()),
      at,
      expiresAt: at + 3_600_000,
      browser: null,
      address: null,
    }),
  )
  return publicId
}

/** With a secret, as all have one. */
async function newWebhook({ stage, storeIds }: World, owner: AccountAsker): Promise<string> {
  const storeId = storeIds[storeOf(owner)]
  const publicId = newPublicId()
  const at = stage.clock.now()
  await runAsStore(stage.database, storeId, async (tx) => {
    const made = {
      storeId,
      publicId,
      name: '',
      url: 'https://hooks.example/',
      events: ['flow.published' as const],
      at,
    }
    const { id } = await insertWebhook(tx, made)
    await putSecret(tx, { storeId, webhookId: id }, { secret: newWebhookSecret(), at, oldEndsAt: at })
  })
  return publicId
}

/** The id of a thing as it is for `asker`, who may have no account: then it is one of the first store. */
export function idFor(world: World, kind: ThingKind, id: IdKind, asker: AccountAsker): Promise<string> {
  const thing: Thing = THINGS[kind]
  const stranger = otherStore(storeOf(asker)) === 'birch' ? 'other admin' : 'owner'
  switch (id) {
    case 'own':
      return thing.make(world, asker)
    case 'foreign':
      return thing.make(world, stranger)
    case 'deleted':
      return thing.makeGone(world, asker)
    case 'malformed':
      return Promise.resolve(thing.malformed)
  }
}

/** The id of a colleague's thing; null where the store's people share them. */
export async function idOfColleague(world: World, kind: ThingKind, asker: Asker): Promise<string | null> {
  const thing: Thing = THINGS[kind]
  return thing.personal ? thing.make(world, asker === 'owner' ? 'admin' : 'owner') : null
}
