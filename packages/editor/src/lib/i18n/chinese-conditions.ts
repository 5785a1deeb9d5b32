import type { ENGLISH_CONDITIONS } from './english-conditions.ts'
import type { Phrase } from './phrase.ts'

/** How conditions of a flow read, in Chinese. Written as a pair with english-conditions.ts. */
export const CHINESE_CONDITIONS: Readonly<Record<keyof typeof ENGLISH_CONDITIONS, Phrase>> = {
  'when.locale': '语言',
  'when.entry': '页面',
  'when.card': '发来的卡片',
  'when.words': '消息内容',
  'when.openNow': '营业中',
  'when.returning': '老买家',
  'entry.store_home': '店铺首页',
  'entry.product': '商品',
  'entry.order': '订单',
  'entry.refund': '退款',
  'entry.logistics_complaint': '物流投诉',
  'when.is': '是',
  'when.isNot': '不是',
  'when.oneOf': '属于',
  'when.includes': '包含',
  'when.atLeast': '至少',
  'when.atMost': '至多',
  'when.before': '早于',
  'when.after': '晚于',
  'when.answered': '已回答',
  'when.mentions': '提到其一',
}
