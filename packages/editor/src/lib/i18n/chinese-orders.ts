import type { ENGLISH_ORDERS } from './english-orders.ts'
import type { Phrase } from './phrase.ts'

/** 订单页。与 english-orders.ts 成对书写。 */
export const CHINESE_ORDERS: Readonly<Record<keyof typeof ENGLISH_ORDERS, Phrase>> = {
  'nav.orders': '订单',

  'orders.title': '订单',
  'orders.lead': '店铺系统传来的订单，最新的在前。买家可以发送自己的订单卡片。',
  'orders.search': '标题或编号',
  'orders.state': '状态',
  'orders.anyState': '全部',
  'orders.clear': '清除',
  'orders.table': '订单',
  'orders.order': '订单',
  'orders.when': '下单时间',
  'orders.items': '件数',
  'orders.total': '金额',
  'orders.buyer': '买家',
  'orders.conversation': '对话',
  'orders.conversationOf': '与订单 {ref} 的买家的对话',
  'orders.more': '更多',
  'orders.none': '还没有订单。由店铺系统通过 PUT /api/v1/orders 传入。',
  'orders.noneFits': '没有符合条件的订单。',
  'orders.loading': '正在加载…',
}
