import type { ENGLISH_LISTS } from './english-lists.ts'
import type { Phrase } from './phrase.ts'

/** 可以排序的列表。与 english-lists.ts 成对书写。 */
export const CHINESE_LISTS: Readonly<Record<keyof typeof ENGLISH_LISTS, Phrase>> = {
  'list.handle': '移动“{name}”，第 {i} 个，共 {n} 个',
  'list.handleHint': '按上下方向键移动。',
  'list.moved': '“{name}”现在是第 {i} 个，共 {n} 个',
  'list.more': '“{name}”的更多操作',
  'list.top': '移到最前',
  'list.up': '上移',
  'list.down': '下移',
  'list.delete': '删除',
}
