import type { ENGLISH_CATEGORIES } from './english-categories.ts'
import type { Phrase } from './phrase.ts'

/** The same in Chinese, key by key. */
export const CHINESE_CATEGORIES: Readonly<Record<keyof typeof ENGLISH_CATEGORIES, Phrase>> = {
  'category.open': '分类…',
  'category.title': '商品分类',
  'category.lead': '按你的顺序排列。商品数旁边是文件和店铺系统使用的编号。',
  'category.none': '还没有分类，在下面添加。',
  'category.name': '第 {i} 个分类的名称',
  'category.parent': '“{name}”属于',
  'category.noParent': '独立分类',
  'category.partOf': '属于{name}',
  'category.products': { other: '{n} 个商品' },
  'category.new': '新分类',
  'category.add': '添加',
  'category.full': '最多 {max} 个分类，先删除一个。',
  'category.unnamed': '有分类没有名称。',
  'category.nothing': '没有改动。',
  'category.gone': { other: '保存后删除 {n} 个分类。' },
  'category.orphans': { other: '{n} 个商品保留，不再属于任何分类。' },
  'category.save': '保存',
  'category.saved': '分类已保存',
  'category.moved': '其他人刚改了分类，你的改动没有保存。',
  'category.theirs': '显示新内容',
}
