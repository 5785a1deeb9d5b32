import type { ENGLISH_MAIL } from './english-mail.ts'
import type { Phrase } from './phrase.ts'

/** The words of the store's mail in Chinese. Written as a pair with english-mail.ts. */
export const CHINESE_MAIL: Readonly<Record<keyof typeof ENGLISH_MAIL, Phrase>> = {
  'settings.mail': '邮件',
  'mail.lead': '邀请、新密码链接和买家等待提醒通过邮件发送。',
  'mail.off': '此服务器不发邮件，链接会显示出来，由你转交。管理服务器的人可以设置邮件服务器。',
  'mail.failed': '未送达的邮件',
  'mail.kept': '保留一周。不显示正文，其中的链接可用于登录。',
  'mail.none': '邮件都已送达。',
  'mail.look': '重新查看',
  'mail.queued': '写于 {time}',
  'mail.tries': '已试 {n} 次',
  'mail.next': '{time} 再试',
  'mail.gaveUp': '已放弃',
  'mail.again': '重新发送',
  'mail.againTo': '重新发送给 {to}',
  'mail.sent': '正在重新发送给 {to}，再次失败时会回到此列表。',
  'mail.tooOld': '已超过一天，重新生成链接。',
  'mail.reason.server_away': '邮件服务器没有应答。',
  'mail.reason.server_busy': '邮件服务器繁忙。',
  'mail.reason.sign_in_refused': '邮件服务器拒绝了此服务器的登录，由管理服务器的人检查设置。',
  'mail.reason.address_refused': '邮件服务器拒绝了此地址，检查写法。',
  'mail.reason.letter_refused': '邮件服务器拒收此邮件，管理服务器的人可在日志中查看编号。',
}
