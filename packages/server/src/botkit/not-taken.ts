import type { ErrorCode } from '@shopbell/protocol'

interface Words {
  /** The same may be sent again. */
  readonly later: string
  /** It will not be taken as it is. */
  readonly otherwise: string
}

const WORDS: Readonly<Record<'en' | 'zh', Words>> = {
  en: {
    later: 'Sorry, that was not saved. Please wait a moment and send it again.',
    otherwise: 'Sorry, that cannot be sent. Please write it shorter or in other words.',
  },
  zh: {
    later: '抱歉，刚才没有保存成功，请稍等片刻再发一次。',
    otherwise: '抱歉，这条消息无法发送，请缩短或换个说法。',
  },
}

const UNFIT: ReadonlySet<ErrorCode> = new Set(['NOT_UNDERSTOOD', 'BAD_TEXT', 'TOO_BIG'])

/** What a buyer reads whose words were not taken: Botkit's client has put them on the screen as if they were. */
export function notTaken(code: ErrorCode, locale: string): string {
  const words = WORDS[/^zh\b/i.test(locale) ? 'zh' : 'en']
  return UNFIT.has(code) ? words.otherwise : words.later
}
