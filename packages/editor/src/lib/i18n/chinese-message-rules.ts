import { CHINESE_STATUS } from './chinese-status.ts'
import type { Phrase } from './phrase.ts'
import type { ENGLISH_MESSAGE_RULES } from './english-message-rules.ts'

/** 消息设置。与 english-message-rules.ts 成对。 */
export const CHINESE_MESSAGE_RULES = {
  ...CHINESE_STATUS,
  'nav.rules': '消息设置',
  'rules.pages': '消息设置',
  'rules.robot': '机器人回复',
  'rules.robotLead': '开场白、商品推荐、常见问题和智能提问写在流程里。',
  'rules.openFlow': '打开流程',
} as const satisfies Record<keyof typeof ENGLISH_MESSAGE_RULES, Phrase>
