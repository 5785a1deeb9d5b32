import type { Message, WidgetSettings } from '@shopbell/protocol'

type Language = keyof WidgetSettings['opening']

const SAID: Readonly<Record<Language, readonly [question: string, answer: string]>> = {
  en: ['Do you ship to Spain?', 'Yes, it takes five days.'],
  'zh-CN': ['可以发货到西班牙吗？', '可以，五天送达。'],
}

/** A few words between a buyer and the robot, to see the colours by. */
export function sampleTalk(language: Language, at: number): readonly Message[] {
  const [question, answer] = SAID[language]
  return [
    {
      type: 'message',
      seq: 1,
      at,
      author: 'buyer',
      kind: 'buyer',
      content: { kind: 'text', text: question },
    },
    {
      type: 'message',
      seq: 2,
      at,
      author: 'robot',
      kind: 'faq_answer',
      content: { kind: 'text', text: answer },
    },
  ]
}
