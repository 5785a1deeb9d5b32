import { MySessions, MyStores, SignedIn, type MyPasswordBody } from '@shopbell/protocol'
import type { Answer } from './answer.ts'
import { request, requestNothing } from './request.ts'

export const renameMyself = (name: string): Promise<Answer<null>> =>
  requestNothing('POST', '/account', { json: { name } })

/** Signs out all other browsers. */
export const changeMyPassword = (body: MyPasswordBody): Promise<Answer<null>> =>
  requestNothing('POST', '/account/password', { json: body })

/** The browsers in which you are signed in. */
export const listMySessions = (): Promise<Answer<MySessions>> =>
  request('GET', '/account/sessions', MySessions)

export const endMySession = (id: string): Promise<Answer<null>> =>
  requestNothing('DELETE', `/account/sessions/${encodeURIComponent(id)}`)

export const endMyOtherSessions = (): Promise<Answer<null>> => requestNothing('DELETE', '/account/sessions')

/** The stores you may go to. */
export const listMyStores = (): Promise<Answer<MyStores>> => request('GET', '/stores', MyStores)

/** Goes on in another store. The page has to be loaded anew: all it shows is of the old one. */
export const switchStore = (store: string): Promise<Answer<SignedIn>> =>
  request('POST', '/session/store', SignedIn, { json: { store } })
