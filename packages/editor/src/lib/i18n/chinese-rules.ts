import { CHINESE_EXTENSIONS } from './chinese-extensions.ts'
import type { ENGLISH_RULES } from './english-rules.ts'
import type { Phrase } from './phrase.ts'

/** 预览的中文文案，与 english-rules.ts 成对书写。 */
export const CHINESE_RULES: Readonly<Record<keyof typeof ENGLISH_RULES, Phrase>> = {
  ...CHINESE_EXTENSIONS,
  'silence.recent': { other: '不发开场白：{n} 天前联系过。' },
  'silence.today': '不再发开场白：这位买家今天已收到过接待。',
  'silence.waits': '买家发来第一条消息后，机器人开始接待。',
  'silence.noReception': '还没有内容：流程没有第一步。',
  'silence.person': '人工接待中，机器人不回复。',
  'silence.noAnswer': '机器人答不了，转给人工。',
  'silence.needsTap': '不发新列表：买家还没点过手上的列表。',
  'silence.closing': '不用回复：买家只是道谢或道别。',
  'silence.tooMany': { other: '一小时内已自动发送 {n} 条，转给人工。' },
}
