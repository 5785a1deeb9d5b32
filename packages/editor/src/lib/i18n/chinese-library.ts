import type { ENGLISH_LIBRARY } from './english-library.ts'
import type { Phrase } from './phrase.ts'

/** The same in Chinese, key by key. */
export const CHINESE_LIBRARY: Readonly<Record<keyof typeof ENGLISH_LIBRARY, Phrase>> = {
  'library.title': '问题库',
  'library.lead': '选用后可以随意修改。方括号里的内容只有你知道。',
  'library.search': '搜索问题',
  'library.found': { other: '{n} 个问题' },
  'library.none': '问题库里没有，自己写一个。',
  'library.category.any': '通用',
  'library.category.apparel': '服装',
  'library.category.bags': '箱包鞋靴',
  'library.category.home': '家居厨具',
  'library.category.furniture': '家具',
  'library.category.electronics': '电子产品',
  'library.category.machinery': '机械设备',
  'library.category.packaging': '包装印刷',
  'library.category.beauty': '美妆护理',
  'library.category.food': '食品饮料',
  'library.category.toys': '玩具母婴',
}
