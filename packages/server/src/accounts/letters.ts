import type { Mail } from './send-mail.ts'

/** Chinese where the store speaks Chinese, English elsewhere. */
function isChinese(locale: string): boolean {
  return /^zh\b/i.test(locale)
}

/** The letter with an invitation. Names are shown as they are: the letter is plain text. */
export function invitationLetter({
  to,
  store,
  inviter,
  link,
  locale,
  storeId,
}: {
  readonly to: string
  readonly store: string
  readonly inviter: string
  readonly link: string
  readonly locale: string
  readonly storeId: number
}): Mail {
  return isChinese(locale)
    ? {
        to,
        storeId,
        subject: `${oneLine(inviter)} 邀请你加入 ${oneLine(store)}`,
        text: `${inviter} 邀请你加入“${store}”的接待团队。\n\n打开链接创建账号，24 小时内有效，只能用一次：\n${link}\n\n不认识对方时，忽略这封邮件。\n`,
      }
    : {
        to,
        storeId,
        subject: `${oneLine(inviter)} invites you to ${oneLine(store)}`,
        text: `${inviter} invites you to answer buyers of “${store}”.\n\nOpen this link to make your account. It works once, within 24 hours:\n${link}\n\nIf you do not know them, ignore this letter.\n`,
      }
}

/** The letter with a link for a new password, in both languages: a person belongs to no store. */
export function resetLetter({ to, link }: { readonly to: string; readonly link: string }): Mail {
  return {
    to,
    subject: 'A new password · 设置新密码',
    text: `Open this link to choose a new password. It works once, within an hour, and signs you out everywhere:\n${link}\n\nIf you did not ask for it, ignore this letter; your password stays as it is.\n\n打开上面的链接设置新密码，一小时内有效，只能用一次，之后所有设备都要重新登录。不是你本人申请时，忽略这封邮件，密码不变。\n`,
  }
}

/** A name in a header must not begin another one. */
function oneLine(text: string): string {
  return text.replaceAll(/[\r\n]+/g, ' ')
}
