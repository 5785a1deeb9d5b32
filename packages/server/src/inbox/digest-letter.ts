import type { DueDigest } from './due-digest.ts'

export interface DigestAbout extends DueDigest {
  readonly storeName: string
  /** Address of the console's inbox. */
  readonly inbox: string
  /** The language of the store. */
  readonly locale: string
}

/** The letter that tells of buyers who wait: numbers and a link, nothing that a buyer has written. */
export function digestLetter({ waiting, longestMs, storeName, inbox, locale }: DigestAbout): {
  readonly subject: string
  readonly text: string
} {
  const minutes = Math.floor(longestMs / 60_000)
  if (locale.startsWith('zh')) {
    return {
      subject: `${storeName}：${String(waiting)} 位买家在等待人工`,
      text: `${storeName} 有 ${String(waiting)} 位买家在等待人工，最长已等 ${String(minutes)} 分钟，目前没有人在线。\n\n去回复：${inbox}\n\n不想再收到此邮件，可在后台“账号”中关闭。\n`,
    }
  }
  const buyers = waiting === 1 ? '1 buyer waits' : `${String(waiting)} buyers wait`
  return {
    subject: `${storeName}: ${buyers} for a person`,
    text: `${buyers} for a person at ${storeName}, the longest for ${String(minutes)} min, and nobody is online.\n\nAnswer: ${inbox}\n\nTo get no more of these letters, switch them off under Account in the console.\n`,
  }
}
