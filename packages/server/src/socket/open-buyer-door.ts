import { BUYER_SUBPROTOCOL } from '@shopbell/protocol'
import { type BuyerParts, connectBuyer } from './connect-buyer.ts'
import { type Door, type DoorParts, openDoor } from './open-door.ts'
import { storeNamed, storeNameIn } from './store-in-query.ts'

/** The door of our own clients, `/v1/chat`: `?store=` says which shop, and the subprotocol that they mean this protocol. */
export function openBuyerDoor(parts: DoorParts & BuyerParts): Door {
  return openDoor(parts, {
    subprotocol: BUYER_SUBPROTOCOL,
    findStore: (request) => storeNamed(parts.stores, storeNameIn(request) ?? ''),
    connect: (socket, arrival) => connectBuyer(parts, socket, arrival),
  })
}
