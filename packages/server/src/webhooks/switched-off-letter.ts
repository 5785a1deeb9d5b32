import type { WebhookOff } from '@shopbell/protocol'

export interface SwitchedOff {
  readonly why: WebhookOff
  readonly host: string
  readonly storeName: string
  readonly page: string
  /** Of the store: Chinese where it speaks Chinese, English elsewhere. */
  readonly locale: string
}

/** The letter that says a webhook was switched off. */
export function switchedOffLetter({ why, host, storeName, page, locale }: SwitchedOff): {
  readonly subject: string
  readonly words: string
} {
  const store = storeName.replaceAll(/[\r\n]+/g, ' ')
  if (/^zh\b/i.test(locale)) {
    const reason = why === 'gone' ? '接收方回复不再接收（410）' : '五天没有送达'
    return {
      subject: `${store}：已停用一个 Webhook`,
      words: `发往 ${host} 的 Webhook ${reason}，已自动停用。等待中的事件会保留 30 天。\n\n修好接收方后，在这里重新启用：\n${page}\n`,
    }
  }
  const reason = why === 'gone' ? 'answered that it wants nothing more (410)' : 'took nothing for five days'
  return {
    subject: `${store}: a webhook was switched off`,
    words: `The webhook to ${host} ${reason}, so it was switched off. Events that wait are kept for 30 days.\n\nWhen the receiver is mended, switch it on again here:\n${page}\n`,
  }
}
