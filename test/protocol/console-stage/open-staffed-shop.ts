import { People } from '@shopbell/protocol'
import { addAccount } from './add-account.ts'
import { ask, type Answered, signInAs } from './ask.ts'
import type { ConsoleStage } from './open-console-stage.ts'

/** A store with an owner who is signed in, and ways to get it more people. */
export interface StaffedShop {
  /** Its public id, and the domain of its people. */
  readonly shop: string
  readonly storeId: number
  /** The owner's cookie. */
  readonly owner: string
  readonly employ: (name: string, role: 'admin' | 'service_admin' | 'agent') => ReturnType<typeof addAccount>
  readonly invite: (email: string, role?: string, cookie?: string) => Promise<Answered>
  readonly people: (cookie?: string) => Promise<People>
}

let shops = 0
let browsers = 0

export async function openStaffedShop(stage: ConsoleStage, profile = 'marketplace'): Promise<StaffedShop> {
  shops += 1
  const shop = `shop-${shops}`
  const storeId = await stage.addStore(shop, { profile })
  await addAccount(stage, storeId, { email: `owner@${shop}.example`, role: 'owner' })
  const owner = await signInAs(stage, `owner@${shop}.example`)
  return {
    shop,
    storeId,
    owner,
    employ: (name, role) => addAccount(stage, storeId, { email: `${name}@${shop}.example`, role }),
    invite: (email, role = 'agent', cookie = owner) =>
      ask(stage, 'POST', '/invitations', { cookie, body: { email, role } }),
    people: async (cookie = owner) => (await ask(stage, 'GET', '/accounts', { cookie })).as(People),
  }
}

/** Asks without being signed in, from an address of its own each time: what is limited by address has its own test. */
export function askAsNobody(stage: ConsoleStage, path: string, body: unknown): Promise<Answered> {
  browsers += 1
  return ask(stage, 'POST', path, { body, address: `10.9.${browsers >> 8}.${browsers & 255}` })
}

/** The secret that a link carries. */
export function tokenOf(link: string): string {
  return new URL(link).hash.replace('#token=', '')
}
