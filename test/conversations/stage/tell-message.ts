import type { MessageKind } from '@shopbell/protocol'
import type { Language, Line, Speaker } from '../script/script.ts'
import { tellContent } from './tell-content.ts'
import type { Shown } from './stage.ts'

/** The robot's kinds of messages (ENT-01) in a seller's words. Two greetings exist because two platforms name theirs differently. */
const SPEAKER_OF: Partial<Readonly<Record<MessageKind, Speaker>>> = {
  opening: 'greets',
  welcome: 'greets',
  recommendation: 'shows',
  faq_list: 'offers',
  faq_answer: 'answers',
  order_card_list: 'offers',
  order_card_answer: 'answers',
  product_card_reply: 'says',
  self_menu_reply: 'says',
  status_first: 'says',
  status_busy: 'says',
  status_closing: 'says',
  away: 'says',
  smart_question: 'asks',
  reminder: 'reminds',
  flow_message: 'says',
  smart_closing: 'closes',
  transfer_notice: 'hands over',
}

const SENTENCE: Readonly<Record<Language, Readonly<Record<Speaker, string>>>> = {
  en: {
    greets: 'Robot greets: ',
    shows: 'Robot shows: ',
    offers: 'Robot offers: ',
    answers: 'Robot answers: ',
    asks: 'Robot asks: ',
    reminds: 'Robot reminds: ',
    says: 'Robot says: ',
    closes: 'Robot closes with: ',
    'hands over': 'Robot hands over with: ',
    system: 'System: ',
  },
  zh: {
    greets: '机器人问候：',
    shows: '机器人推荐：',
    offers: '机器人列出：',
    answers: '机器人回答：',
    asks: '机器人提问：',
    reminds: '机器人提醒：',
    says: '机器人说：',
    closes: '机器人小结：',
    'hands over': '机器人转接：',
    system: '系统：',
  },
}

/** Tells a message that happened as the sentence a script would have for it. */
export function tellMessage(message: Shown, language: Language): string {
  const speaker = message.author === 'system' ? 'system' : SPEAKER_OF[message.kind]
  const body = oneStyle(tellContent(message.content, language))
  return speaker && message.author !== 'buyer' && message.author !== 'agent'
    ? SENTENCE[language][speaker] + body
    : `(${message.author}, ${message.kind}) ${body}`
}

/** Tells an expected line as the sentence it was written as. */
export function tellLine(line: Line, language: Language): string {
  return SENTENCE[language][line.speaker] + oneStyle(line.body) + (line.openEnded ? ' …' : '')
}

/** Says whether a message is what a line expects. */
export function fits(message: Shown, line: Line, language: Language): boolean {
  const got = tellMessage(message, language)
  const wanted = tellLine({ ...line, openEnded: false }, language)
  return line.openEnded ? got.startsWith(wanted) : got === wanted
}

/** Spaces around lines are no matter of a conversation. */
function oneStyle(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim()
}
