import type { MenuEntry } from '@shopbell/protocol'
import { fillVariables } from '../text/fill-variables.ts'
import { type Reader, wordsFor, wordsIfWritten } from '../text/local-text.ts'
import { matchLocale } from '../text/match-locale.ts'

/** What the self-service menu says of itself, in the buyer's language. */
export interface MenuWords {
  readonly orders: string
  readonly arrivals: string
  readonly categories: string
  /** Above what an entry gives. */
  readonly yourOrders: string
  readonly newProducts: string
  readonly whichCategory: string
  /** Nobody told whose orders these are: never by an order's number alone (MNU-04). */
  readonly notIdentified: string
}

const WORDS = {
  en: {
    orders: 'My orders',
    arrivals: 'New products',
    categories: 'Categories',
    yourOrders: 'Your latest orders:',
    newProducts: 'New in the last 30 days:',
    whichCategory: 'What are you looking for?',
    notIdentified:
      'No order is linked to this chat yet. Sign in at the shop and open the chat there, or talk to a person.',
  },
  'zh-CN': {
    orders: '我的订单',
    arrivals: '店铺上新',
    categories: '推荐分类',
    yourOrders: '您最近的订单：',
    newProducts: '近 30 天上新：',
    whichCategory: '您想看哪一类？',
    notIdentified: '此聊天还没有关联订单。登录店铺后从店铺页面打开聊天，或转人工。',
  },
} as const satisfies Readonly<Record<string, MenuWords>>

/** The words in the nearest language there is. */
export function menuWords(locale: string): MenuWords {
  return matchLocale([locale], Object.keys(WORDS), 'en') === 'zh-CN' ? WORDS['zh-CN'] : WORDS.en
}

/** What buyers tap is the same for all of them. */
const NOTHING = (): undefined => undefined

/** What an entry is called: as the seller named it, else its usual name; empty where neither says anything. */
export function entryName({ name, gives }: Pick<MenuEntry, 'name' | 'gives'>, reader: Reader): string {
  const own = fillVariables(wordsIfWritten(name, reader), NOTHING)
  if (own !== '') return own
  const words = menuWords(reader.locale)
  switch (gives.does) {
    case 'orders':
    case 'arrivals':
    case 'categories':
      return words[gives.does]
    default:
      return fillVariables(wordsFor(name, reader), NOTHING)
  }
}
