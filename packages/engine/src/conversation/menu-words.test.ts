import type { LocalText, MenuEntry } from '@shopbell/protocol'
import { expect, test } from 'vitest'
import { entryName } from './menu-words.ts'

const OWN = { en: 'My stuff', 'zh-CN': '我的东西' }

test.for<readonly [string, MenuEntry['gives']['does'], LocalText, string, string]>([
  ['as the seller named it', 'orders', 'My stuff', 'zh-CN', 'My stuff'],
  ['in the buyer’s language', 'orders', OWN, 'zh-CN', '我的东西'],
  ['in the store’s own where the buyer’s is not written', 'orders', { en: 'My stuff' }, 'zh-CN', 'My stuff'],
  ['by its usual name where neither is', 'orders', { 'zh-CN': '我的东西' }, 'en', 'My orders'],
  ['by its usual name in the buyer’s language', 'arrivals', '', 'zh-CN', '店铺上新'],
  ['by its usual name where its own is nothing but a variable', 'orders', '{{x}}', 'en', 'My orders'],
  ['without a variable that an older version kept', 'person', 'Ask {{x}}', 'en', 'Ask'],
  ['in any language there is rather than by none', 'person', { 'zh-CN': '客服' }, 'en', '客服'],
])('an entry of the menu is called %s (MNU-05)', ([, does, name, locale, called]) => {
  const gives = { does, url: '', question: 'a', categories: [] }
  expect(entryName({ name, gives }, { locale, defaultLocale: 'en' })).toBe(called)
})
