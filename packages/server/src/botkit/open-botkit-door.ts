import type { IncomingMessage } from 'node:http'
import type { StoreRow } from '../store/stores.ts'
import { type Door, type DoorParts, openDoor } from '../socket/open-door.ts'
import { storeNamed, storeNameIn } from '../socket/store-in-query.ts'
import { browserCookie, newBrowserSecret, readBrowserSecret } from './botkit-identity.ts'
import { type BotkitParts, connectBotkit } from './connect-botkit.ts'
import { localeOf } from './locale-of.ts'

export interface BotkitDoorParts extends DoorParts, BotkitParts {
  /** The store of clients that name none; null: the only one of this server. */
  readonly defaultStore: string | null
}

/** The door of Botkit's web clients. A browser that comes for the first time is given its secret with the answer that opens the socket. */
export function openBotkitDoor(parts: BotkitDoorParts): Door {
  const given = new WeakMap<IncomingMessage, string>()

  return openDoor(parts, {
    subprotocol: null,
    findStore: (request) => botkitStore(parts, storeNameIn(request)),
    headersFor: (request) => {
      if (readBrowserSecret(request.headers.cookie, parts.ownOrigin()) !== null) return []
      const secret = newBrowserSecret()
      given.set(request, secret)
      return [`Set-Cookie: ${browserCookie(secret, parts.ownOrigin())}`]
    },
    connect: (socket, arrival, { request, store }) =>
      connectBotkit(parts, socket, {
        ...arrival,
        secret:
          given.get(request) ??
          readBrowserSecret(request.headers.cookie, parts.ownOrigin()) ??
          newBrowserSecret(),
        locale: localeOf(request.headers['accept-language'], store.defaultLocale),
      }),
  })
}

/** The store a Botkit client means; its page may not be able to say. */
export function botkitStore(
  { stores, defaultStore }: Pick<BotkitDoorParts, 'stores' | 'defaultStore'>,
  named: string | null,
): Promise<StoreRow | null> {
  const name = named ?? defaultStore
  return name === null ? stores.only() : storeNamed(stores, name)
}
