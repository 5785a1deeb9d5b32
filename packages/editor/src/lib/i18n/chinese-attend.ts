import type { ENGLISH_ATTEND } from './english-attend.ts'
import type { Phrase } from './phrase.ts'

/** 谁在接待、如何提醒。与 english-attend.ts 成对书写。 */
export const CHINESE_ATTEND = {
  'status.online': '在线',
  'status.busy': '忙碌',
  'status.offline': '离线',

  'attend.change': '更改',
  'attend.self': '{role}，{status}',
  'attend.busy': '忙碌',
  'attend.settings': '提醒设置',
  'attend.nowBusy': '已设为忙碌，有人等待时不再提醒你',
  'attend.nowOnline': '你已在线',

  'notices.title': '有买家等待时',
  'notices.hint': '这些设置随账号保存。忙碌时只提醒你自己的会话。',
  'notices.loading': '正在读取设置…',
  'notices.sound': '提示音',
  'notices.badge': '页面标题上的数字',
  'notices.desktop': '桌面通知',
  'notices.mail': '店里无人在线时发邮件',
  'notices.try': '播放提示音',
  'notices.ask': '在本设备上允许',
  'notices.device.denied': '浏览器已拦截通知，可在浏览器的网站设置中允许。',
  'notices.device.never': '此浏览器无法在这里显示通知，后台需要用 https 打开。',

  'notice.waits': '{name} 在等待人工',
  'notice.wrote': '{name} 发来消息',
  'notice.assigned': '转给你：{name}',
  'notice.new': '{name} 正在与机器人对话',

  'inbox.mine': '我的',
  'inbox.emptyMine': '没有人在等待，你也没有会话。',

  'handle.takeFrom': '从 {name} 手中接过',
  'handle.wasFirst': '{name} 先接待了此会话。',
  'handle.reopen': '重新打开',
  'handle.reopened': '已重新打开，由你接待。',
  'handle.assign': '转给…',
  'handle.assignTo': '转给 {name}',
  'handle.more': '更多会话操作',
  'handle.assigned': '已转给 {name}。',

  'thread.otherLooks': '{names} 也打开了此会话',
  'thread.othersLook': '{names} 也打开了此会话',
  'thread.otherWrites': '{names} 正在写回复…',
  'thread.seen': '买家已读',

  'composer.held': '此会话由 {name} 接待，你的回复会一同显示。',
} as const satisfies Record<keyof typeof ENGLISH_ATTEND, Phrase>
