import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { Passkey, PasskeyChallenge, PasskeyList, SignedIn } from '@shopbell/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newPublicId } from '../../packages/server/src/accounts/public-id.ts'
import { createPasskey } from '../../packages/server/src/store/passkeys.ts'
import { runAsEntrance } from '../../packages/server/src/store/run-as.ts'
import { addAccount, PASSWORD } from './console-stage/add-account.ts'
import { ask, codeOf, signInAs } from './console-stage/ask.ts'
import { asOperator } from './console-stage/as-operator.ts'
import { disableAccount } from './console-stage/disable-account.ts'
import { type ConsoleStage, openConsoleStage } from './console-stage/open-console-stage.ts'

const ADDRESS = '10.9.0.1'
const EMAIL = 'owner@harbor.example'

let stage: ConsoleStage
let cookie: string
let storeId: number
beforeAll(async () => {
  stage = await openConsoleStage()
  storeId = await stage.addStore('harbor')
  await addAccount(stage, storeId, { email: EMAIL, role: 'owner' })
  cookie = await signInAs(stage, EMAIL)
})
afterAll(() => stage.close())

/** A device in software: one ES256 key, whose holder is always there and verified unless told otherwise. */
async function newDevice(email: string, publicId = newPublicId()) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const [xBytes, yBytes] = [x, y].map((part) => Buffer.from(part, 'base64url'))
  // COSE: {1: 2, 3: -7, -1: 1, -2: x, -3: y}
  const cose = Buffer.concat([
    Buffer.from('a5010203262001215820', 'hex'),
    xBytes!,
    Buffer.from('225820', 'hex'),
    yBytes!,
  ])
  const id = Buffer.from(publicId).toString('base64url')
  const person = await asOperator(stage, (tx) =>
    tx.selectFrom('person').select('id').where('email', '=', email).executeTakeFirstOrThrow(),
  )
  await runAsEntrance(stage.database, (tx) =>
    createPasskey(tx, {
      personId: person.id,
      publicId,
      credentialId: id,
      publicKey: cose.toString('base64url'),
      counter: 0,
      name: 'Laptop',
      at: stage.clock.now(),
    }),
  )
  let counter = 0
  return {
    id,
    publicId,
    prove: (
      challenge: string,
      { origin = stage.ownOrigin(), rpId = 'console.test', flags = 0x05, count = ++counter } = {},
    ) => {
      const clientData = Buffer.from(JSON.stringify({ type: 'webauthn.get', challenge, origin }))
      const counted = Buffer.alloc(4)
      counted.writeUInt32BE(count)
      const authenticatorData = Buffer.concat([
        createHash('sha256').update(rpId).digest(),
        Buffer.from([flags]),
        counted,
      ])
      const signed = Buffer.concat([authenticatorData, createHash('sha256').update(clientData).digest()])
      return {
        id,
        clientDataJSON: clientData.toString('base64url'),
        authenticatorData: authenticatorData.toString('base64url'),
        signature: sign('sha256', signed, privateKey).toString('base64url'),
      }
    },
  }
}

async function challengeFor(address = ADDRESS): Promise<string> {
  const answer = await ask(stage, 'POST', '/session/passkey/challenges', { address })
  return answer.as(PasskeyChallenge).challenge
}

const enter = (body: object, address = ADDRESS) => ask(stage, 'POST', '/session/passkey', { body, address })

describe('signing in with a passkey', () => {
  test('begins a session like a password does', async () => {
    const device = await newDevice(EMAIL)
    const answer = await enter(device.prove(await challengeFor()))
    expect(answer.as(SignedIn).account.email).toBe(EMAIL)
    expect(String(answer.headers['set-cookie'])).toMatch(
      /^shopbell-session=[\w-]{43}; .*HttpOnly; SameSite=Lax$/,
    )
    const mine = (await ask(stage, 'GET', '/passkeys', { cookie })).as(PasskeyList).passkeys
    expect(mine.find(({ id }) => id === device.publicId)).toMatchObject({ lastUsedAt: stage.clock.now() })
  })

  test.for([
    ['of another page', { origin: 'https://evil.example' }],
    ['for another name', { rpId: 'evil.example' }],
    ['of a device nobody unlocked', { flags: 0x01 }],
    ['of a device nobody touched', { flags: 0x00 }],
  ] as const)('a proof %s opens nothing', async ([, change]) => {
    const device = await newDevice(EMAIL)
    const answer = await enter(device.prove(await challengeFor(), change))
    expect([answer.status, codeOf(answer)]).toEqual([401, 'PASSKEY_UNKNOWN'])
  })

  test('all that is wrong looks the same, to the byte', async () => {
    const device = await newDevice(EMAIL)
    const stranger = { ...device.prove(await challengeFor()), id: 'bm9ib2R5' }
    const forged = { ...device.prove(await challengeFor()), signature: 'MEUCIQ' }
    const answers = [
      await enter(stranger),
      await enter(forged),
      await enter(device.prove('never-a-challenge')),
      await enter({ ...device.prove(await challengeFor()), clientDataJSON: 'AAAA' }),
    ]
    const looks = answers.map(({ status, text }) => [status, text.replace(/"requestId":"[^"]*"/, '')])
    expect(new Set(looks.map((look) => JSON.stringify(look))).size).toBe(1)
    expect(looks[0]?.[0]).toBe(401)
  })

  test('a challenge is good once, whether the proof was or not', async () => {
    const device = await newDevice(EMAIL)
    const challenge = await challengeFor()
    expect((await enter(device.prove(challenge, { rpId: 'evil.example' }))).status).toBe(401)
    expect((await enter(device.prove(challenge))).status).toBe(401)
    const fresh = await challengeFor()
    const proofs = [device.prove(fresh), device.prove(fresh), device.prove(fresh)]
    const statuses = (await Promise.all(proofs.map((proof) => enter(proof)))).map(({ status }) => status)
    expect(statuses.sort()).toEqual([200, 401, 401])
  })

  test('a challenge is good for five minutes, from the address that fetched it', async () => {
    const device = await newDevice(EMAIL)
    expect((await enter(device.prove(await challengeFor()), '10.9.0.2')).status).toBe(401)
    const late = await challengeFor()
    stage.clock.forward(5 * 60_000)
    expect((await enter(device.prove(late))).status).toBe(401)
    expect((await enter(device.prove(await challengeFor()))).status).toBe(200)
  })

  test('a copied device is noticed by its counter', async () => {
    const device = await newDevice(EMAIL)
    expect((await enter(device.prove(await challengeFor(), { count: 7 }))).status).toBe(200)
    expect((await enter(device.prove(await challengeFor(), { count: 7 }))).status).toBe(401)
    expect((await enter(device.prove(await challengeFor(), { count: 6 }))).status).toBe(401)
    expect((await enter(device.prove(await challengeFor(), { count: 8 }))).status).toBe(200)
  })

  test('a disabled account stays outside', async () => {
    const email = 'leaver@harbor.example'
    await addAccount(stage, storeId, { email, role: 'agent' })
    const device = await newDevice(email)
    expect((await enter(device.prove(await challengeFor()))).status).toBe(200)
    await disableAccount(stage, email)
    expect(codeOf(await enter(device.prove(await challengeFor())))).toBe('PASSKEY_UNKNOWN')
  })
})

describe('one’s own passkeys', () => {
  test('are renamed and removed, and the log of the store says so', async () => {
    const { publicId } = await newDevice(EMAIL)
    const named = await ask(stage, 'POST', `/passkeys/${publicId}`, { cookie, body: { name: 'Phone' } })
    expect(named.as(Passkey).name).toBe('Phone')
    expect((await ask(stage, 'DELETE', `/passkeys/${publicId}`, { cookie })).status).toBe(204)
    expect((await ask(stage, 'DELETE', `/passkeys/${publicId}`, { cookie })).status).toBe(404)
    const logged = await asOperator(stage, (tx) =>
      tx.selectFrom('audit').select('subject').where('action', '=', 'passkey_removed').execute(),
    )
    expect(logged).toEqual([{ subject: 'Phone' }])
  })

  test('a wrong password gets no wish, and guesses are slowed down like those at the door', async () => {
    const asking = { cookie, address: '10.9.0.3' }
    const wish = (password: string) =>
      ask(stage, 'POST', '/passkeys/challenges', { ...asking, body: { password } })
    const codes: string[] = []
    for (let guess = 0; guess < 11; guess += 1) codes.push(codeOf(await wish(`guess ${String(guess)}`)))
    expect(codes.slice(0, 10)).toEqual(Array(10).fill('WRONG_PASSWORD'))
    expect(codes[10]).toBe('TOO_MANY')
    expect(codeOf(await wish(PASSWORD))).toBe('TOO_MANY')
  })

  test('are refused under an address of numbers', async () => {
    stage.moveTo('http://127.0.0.1:8080')
    const answer = await ask(stage, 'POST', '/session/passkey/challenges', {})
    expect([answer.status, codeOf(answer)]).toEqual([409, 'PASSKEYS_NEED_NAME'])
    stage.moveTo('http://console.test')
  })
})
