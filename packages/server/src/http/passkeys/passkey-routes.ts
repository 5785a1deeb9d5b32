import {
  NewPasskeyBody,
  Passkey,
  PasskeyChallenge,
  PasskeyList,
  PasskeyNameBody,
  PasskeyProofBody,
  PasskeyWish,
  PasskeyWishBody,
  SignedIn,
} from '@shopbell/protocol'
import Type from 'typebox'
import { addPasskey, wishForPasskey } from '../../accounts/add-passkey.ts'
import { listPasskeys, removePasskey, renamePasskey } from '../../accounts/passkeys.ts'
import { challengeAtTheDoor, signInWithPasskey } from '../../accounts/sign-in-with-passkey.ts'
import { isRefused } from '../../reception/refused.ts'
import { clientOf } from '../client-of.ts'
import type { ConsoleApp } from '../console-app.ts'
import type { ConsoleParts } from '../console-parts.ts'
import { actorOf } from '../guard.ts'
import { refuse } from '../refuse.ts'
import { setSessionCookie } from '../session-cookie.ts'
import { NO_CONTENT } from '../no-content.ts'

const ById = Type.Object({ id: Passkey.properties.id })

/** Passkeys, beside passwords: one's own, and signing in with one. */
export function passkeyRoutes(app: ConsoleApp, parts: ConsoleParts): void {
  ownRoutes(app, parts)
  doorRoutes(app, parts)
}

function ownRoutes(app: ConsoleApp, parts: ConsoleParts): void {
  app.get(
    '/passkeys',
    {
      config: { access: 'person' },
      schema: {
        operationId: 'listPasskeys',
        summary: 'Lists your passkeys, newest first.',
        response: { 200: PasskeyList },
      },
    },
    async (request) => ({ passkeys: await listPasskeys(parts, actorOf(request)) }),
  )

  app.post(
    '/passkeys/challenges',
    {
      config: { access: 'person' },
      schema: {
        operationId: 'wishForPasskey',
        summary: 'Asks for the challenge that a new passkey is made with.',
        refuses: ['WRONG_PASSWORD', 'PASSKEYS_NEED_NAME', 'BUSY'],
        body: PasskeyWishBody,
        response: { 200: PasskeyWish },
      },
    },
    async (request, reply) => {
      const shown = { password: request.body.password, address: request.ip }
      const wish = await wishForPasskey(parts, actorOf(request), shown)
      return isRefused(wish) ? refuse(request, reply, wish) : wish
    },
  )

  app.post(
    '/passkeys',
    {
      config: { access: 'person' },
      schema: {
        operationId: 'addPasskey',
        summary: 'Adds a passkey that a device has made.',
        refuses: ['PASSKEY_UNFIT', 'PASSKEYS_NEED_NAME'],
        body: NewPasskeyBody,
        response: { 200: Passkey },
      },
    },
    async (request, reply) => {
      const added = await addPasskey(parts, actorOf(request), request.body)
      return isRefused(added) ? refuse(request, reply, added) : added
    },
  )

  app.post(
    '/passkeys/:id',
    {
      config: { access: 'person' },
      schema: {
        operationId: 'renamePasskey',
        summary: 'Gives a passkey another name.',
        params: ById,
        body: PasskeyNameBody,
        response: { 200: Passkey },
      },
    },
    async (request, reply) => {
      const renamed = await renamePasskey(parts, actorOf(request), request.params.id, request.body.name)
      return renamed ?? refuse(request, reply, { refused: 'NOT_FOUND' })
    },
  )

  app.delete(
    '/passkeys/:id',
    {
      config: { access: 'person' },
      schema: {
        operationId: 'removePasskey',
        summary: 'Takes a passkey away.',
        params: ById,
        response: NO_CONTENT,
      },
    },
    async (request, reply) => {
      const removed = await removePasskey(parts, actorOf(request), request.params.id)
      if (!removed) return refuse(request, reply, { refused: 'NOT_FOUND' })
      return reply.code(204).send()
    },
  )
}

function doorRoutes(app: ConsoleApp, parts: ConsoleParts): void {
  app.post(
    '/session/passkey/challenges',
    {
      config: { access: 'anyone' },
      schema: {
        operationId: 'challengeAtTheDoor',
        summary: 'Asks for the challenge to sign in with a passkey.',
        refuses: ['PASSKEYS_NEED_NAME'],
        response: { 200: PasskeyChallenge },
      },
    },
    async (request, reply) => {
      const challenge = await challengeAtTheDoor(parts, clientOf(request))
      return isRefused(challenge) ? refuse(request, reply, challenge) : challenge
    },
  )

  app.post(
    '/session/passkey',
    {
      config: { access: 'anyone' },
      schema: {
        operationId: 'signInWithPasskey',
        summary: 'Signs in with a passkey.',
        refuses: ['PASSKEY_UNKNOWN', 'PASSKEYS_NEED_NAME'],
        body: PasskeyProofBody,
        response: { 200: SignedIn },
      },
    },
    async (request, reply) => {
      const begun = await signInWithPasskey(parts, request.body, clientOf(request))
      if (isRefused(begun)) return refuse(request, reply, begun)
      setSessionCookie(reply, parts.ownOrigin(), begun.secret)
      return begun.signedIn
    },
  )
}
