import {
  CardListDesk,
  MenuDesk,
  ProductRepliesDesk,
  type CardList,
  type MenuSettings,
  type ProductReplies,
} from '@shopbell/protocol'
import { request } from './request.ts'
import type { SettingWay } from './setting-page.svelte.ts'

const REPLIES = '/settings/product-replies'
const LIST = '/settings/card-list'
const MENU = '/settings/menu'

/** Product-card replies, which every account may change. */
export const productRepliesWay: SettingWay<ProductReplies> = {
  read: () => request('GET', REPLIES, ProductRepliesDesk),
  save: (body) => request('POST', REPLIES, ProductRepliesDesk, { json: body }),
}

/** The list that comes with an order or a product. */
export const cardListWay: SettingWay<CardList> = {
  read: () => request('GET', LIST, CardListDesk),
  save: (body) => request('POST', LIST, CardListDesk, { json: body }),
}

/** The self-service menu. */
export const menuWay: SettingWay<MenuSettings> = {
  read: () => request('GET', MENU, MenuDesk),
  save: (body) => request('POST', MENU, MenuDesk, { json: body }),
}
