import type { ENGLISH_STATUS } from './english-status.ts'
import type { Phrase } from './phrase.ts'

/** 状态回复。与 english-status.ts 成对。 */
export const CHINESE_STATUS: Readonly<Record<keyof typeof ENGLISH_STATUS, Phrase>> = {
  'rules.status': '状态回复',
  'statusReply.lead': '客服接待或买家等人工时，机器人替客服说的话。',
  'statusReply.scope': '谁的回复',
  'statusReply.scopeStore': '没有单独设置的所有人',
  'statusReply.scopeSelf': '{name}（你）',
  'statusReply.scopeOwn': '{name}（单独设置）',
  'statusReply.follows': '与店铺相同。在这里改动后，该账号使用单独的设置。',
  'statusReply.followAgain': '恢复为店铺设置',
  'statusReply.saveFirst': '先保存或放弃改动。',
  'statusReply.saved': '已保存，从买家的下一条消息起生效',

  'statusReply.first': '首次消息',
  'statusReply.firstWhen': '买家的消息第一次到达这位客服时发送。每位买家每天一次。',
  'statusReply.busy': '忙碌',
  'statusReply.busyWhen': '这位客服设为忙碌时收到消息就发送。每位买家十分钟内一次。',
  'statusReply.closing': '感谢与道别',
  'statusReply.closingWhen': '已有回答后，买家只说感谢或道别时发送。每次会话一次。',
  'statusReply.away': '无人在线',
  'statusReply.awayWhen': '所有客服都离线，而消息需要人工回答时发送。每位买家每天一次。',
  'statusReply.text': '买家看到的内容',
  'statusReply.delay': '发送时间',
  'statusReply.delayNone': '立即',
  'statusReply.delayAfter': '{time}后，客服先回复则不发',
  'statusReply.opensHint': '{variable} 会换成下次接待时间，按买家当地时间显示。',
  'statusReply.order':
    '一条消息最多触发一条回复，优先顺序：感谢、忙碌、无人在线、首次消息。机器人已回答的消息不再触发。',

  'statusReply.problem.STATUS_EMPTY': '这条回复已启用，写上内容或关闭它。',
  'statusReply.problem.STATUS_TOO_LONG': '内容过长，改短后才能保存。',
  'statusReply.problem.PHRASE_EMPTY': '第 {n} 个结束语没有文字。只有表情的消息总算作结束语。',
  'statusReply.problem.PHRASE_TWICE': '第 {n} 个结束语与前面重复，删除一个。',
  'statusReply.problem.tooMany': '共 {n} 个结束语，最多 200 个。',

  'statusReply.preview': '买家看到的效果',
  'statusReply.previewBuyer': '有人在吗？',
  'statusReply.previewThanks': '好的谢谢',
  'statusReply.previewOff': '不发送：这条回复已关闭。',
  'statusReply.previewOf': '回复',

  'statusReply.phrases': '结束语',
  'statusReply.phrasesHint':
    '每行一个，全店通用。最多三个连用也算；不计大小写、空格、标点和表情。这样的消息不需要回答。',
  'statusReply.phrasesLabel': '结束语列表',
  'statusReply.phrasesInitial': '恢复为默认列表',
  'statusReply.phrasesKeeper': '只有主账号和管理员可以修改。',
  'statusReply.try': '试一句话',
  'statusReply.tryClosing': '是结束语：不需要回答。',
  'statusReply.tryAsking': '不是结束语：需要客服回答。',

  'thread.byAssisted': '{name}（机器人起草）',
  'thread.noAnswerNeeded': '不需要回答。',
  'thread.needsOne': '仍需要回答',
  'thread.needsNone': '不需要回答',

  'silence.statusLately': '刚刚发送过，不再重复：{reply}。',
  'silence.statusPast': '已不符合实际，没有发送：{reply}。',
}
