import {
  SignedIn,
  StoreCreated,
  StoreSettings,
  type NewStoreBody,
  type RemoveStoreBody,
  type StoreChanges,
} from '@shopbell/protocol'
import type { Answer } from './answer.ts'
import { request } from './request.ts'

export const readStore = (): Promise<Answer<StoreSettings>> => request('GET', '/store', StoreSettings)

export const changeStore = (changes: StoreChanges): Promise<Answer<StoreSettings>> =>
  request('POST', '/store', StoreSettings, { json: changes })

/** `image` is the file's bytes in Base64. */
export const setAvatar = (image: string): Promise<Answer<StoreSettings>> =>
  request('POST', '/store/avatar', StoreSettings, { json: { image } })

export const removeAvatar = (): Promise<Answer<StoreSettings>> =>
  request('DELETE', '/store/avatar', StoreSettings)

export const createStore = (body: NewStoreBody): Promise<Answer<StoreCreated>> =>
  request('POST', '/stores', StoreCreated, { json: body })

/** Removes the store for good and goes on in another one. The page has to be loaded anew. */
export const removeStore = (body: RemoveStoreBody): Promise<Answer<SignedIn>> =>
  request('POST', '/store/removal', SignedIn, { json: body })
