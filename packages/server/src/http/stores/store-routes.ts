import {
  AvatarBody,
  MyStores,
  NewStoreBody,
  RemoveStoreBody,
  SignedIn,
  StoreChanges,
  StoreCreated,
  StoreSettings,
  SwitchStoreBody,
} from '@shopbell/protocol'
import Type from 'typebox'
import { listMyStores, switchStore } from '../../accounts/my-stores.ts'
import { isRefused, type Refused } from '../../reception/refused.ts'
import { changeStore } from '../../settings/change-store.ts'
import { createStore } from '../../settings/create-store.ts'
import { readStore } from '../../settings/read-store.ts'
import { removeStore } from '../../settings/remove-store.ts'
import { readAvatar, setAvatar } from '../../settings/store-avatar.ts'
import { clientOf } from '../client-of.ts'
import type { ConsoleApp } from '../console-app.ts'
import type { ConsoleParts } from '../console-parts.ts'
import { actorOf } from '../guard.ts'
import { refuse } from '../refuse.ts'
import { setSessionCookie } from '../session-cookie.ts'

const ByStore = Type.Object({ store: StoreSettings.properties.id })

/** The store's own settings, and the way between stores. */
export function storeRoutes(app: ConsoleApp, parts: ConsoleParts): void {
  app.get(
    '/store',
    {
      config: { access: 'account', scope: 'settings:read' },
      schema: {
        operationId: 'readStore',
        summary: 'Reads the store’s own settings.',
        response: { 200: StoreSettings },
      },
    },
    async (request) => readStore(parts, actorOf(request)),
  )

  app.post(
    '/store',
    {
      config: { access: 'storeKeeper' },
      schema: {
        operationId: 'changeStore',
        summary: 'Changes the store’s own settings; what is left out stays.',
        refuses: ['ZONE_UNKNOWN', 'LANGUAGE_UNKNOWN'],
        body: StoreChanges,
        response: { 200: StoreSettings },
      },
    },
    async (request, reply) => {
      const changed = await changeStore(parts, actorOf(request), request.body)
      return isRefused(changed) ? refuse(request, reply, changed) : changed
    },
  )

  app.post(
    '/store/avatar',
    {
      config: { access: 'storeKeeper' },
      schema: {
        operationId: 'setAvatar',
        summary: 'Sets the store’s picture.',
        refuses: ['AVATAR_UNFIT'],
        body: AvatarBody,
        response: { 200: StoreSettings },
      },
    },
    async (request, reply) => {
      const changed = await setAvatar(parts, actorOf(request), request.body.image)
      return isRefused(changed) ? refuse(request, reply, changed) : changed
    },
  )

  app.delete(
    '/store/avatar',
    {
      config: { access: 'storeKeeper' },
      schema: {
        operationId: 'removeAvatar',
        summary: 'Takes the store’s picture away.',
        response: { 200: StoreSettings },
      },
    },
    async (request, reply) => {
      const changed = await setAvatar(parts, actorOf(request), null)
      return isRefused(changed) ? refuse(request, reply, changed) : changed
    },
  )

  // Pages of shops show it, whoever looks at them.
  app.get(
    '/stores/:store/avatar',
    {
      config: { access: 'anyone' },
      schema: {
        operationId: 'readAvatar',
        summary: 'Gives the store’s picture, to any page.',
        sends: ['image/png', 'image/jpeg', 'image/webp'],
        params: ByStore,
      },
    },
    async (request, reply) => {
      const avatar = await readAvatar(parts, request.params.store)
      if (avatar === null) return refuse(request, reply, { refused: 'NOT_FOUND' } satisfies Refused)
      return reply
        .header('cache-control', 'public, max-age=31536000, immutable')
        .header('cross-origin-resource-policy', 'cross-origin')
        .type(avatar.type)
        .send(avatar.bytes)
    },
  )

  app.get(
    '/stores',
    {
      config: { access: 'person' },
      schema: {
        operationId: 'listMyStores',
        summary: 'Lists the stores where you have an account.',
        response: { 200: MyStores },
      },
    },
    async (request) => listMyStores(parts, actorOf(request)),
  )

  app.post(
    '/stores',
    {
      config: { access: 'owner' },
      schema: {
        operationId: 'createStore',
        summary: 'Makes another store, whose owner you are.',
        refuses: ['ZONE_UNKNOWN', 'LANGUAGE_UNKNOWN'],
        body: NewStoreBody,
        response: { 200: StoreCreated },
      },
    },
    async (request, reply) => {
      const created = await createStore(parts, actorOf(request), request.body)
      return isRefused(created) ? refuse(request, reply, created) : created
    },
  )

  app.post(
    '/session/store',
    {
      config: { access: 'person' },
      schema: {
        operationId: 'switchStore',
        summary: 'Goes to another one of your stores.',
        refuses: ['NOT_FOUND'],
        body: SwitchStoreBody,
        response: { 200: SignedIn },
      },
    },
    async (request, reply) => {
      const begun = await switchStore(parts, actorOf(request), request.body.store, clientOf(request))
      if (isRefused(begun)) return refuse(request, reply, begun)
      setSessionCookie(reply, parts.ownOrigin(), begun.secret)
      return begun.signedIn
    },
  )

  app.post(
    '/store/removal',
    {
      config: { access: 'owner' },
      schema: {
        operationId: 'removeStore',
        summary: 'Removes the store and everything in it.',
        refuses: ['PASSWORD_DIFFERS', 'NAME_DIFFERS', 'LAST_STORE', 'BUSY'],
        body: RemoveStoreBody,
        response: { 200: SignedIn },
      },
    },
    async (request, reply) => {
      const begun = await removeStore(parts, actorOf(request), request.body, clientOf(request))
      if (isRefused(begun)) return refuse(request, reply, begun)
      setSessionCookie(reply, parts.ownOrigin(), begun.secret)
      return begun.signedIn
    },
  )
}
