import type { NoteContent } from '@shopbell/protocol'
import { matchLocale } from '../text/match-locale.ts'
import { normaliseQuestion } from '../text/normalise-question.ts'

type NoteCode = NoteContent['code']

/** The system's own lines. Clients may show their own words by `code`; these are for those that do not. */
const NOTES: Readonly<Record<string, Readonly<Record<NoteCode, string>>>> = {
  en: {
    waiting_for_person: 'A person will answer you here.',
    person_joined: 'A person has joined.',
    robot_returned: 'The robot is back to answer common questions.',
    closed: 'This conversation was closed. Write again at any time.',
  },
  'zh-CN': {
    waiting_for_person: '已转人工，客服会在这里回复您。',
    person_joined: '人工客服已接入。',
    robot_returned: '已交还机器人，常见问题可自动回复。',
    closed: '本次会话已结束，您可以随时再次留言。',
  },
}

/** What the buyer asked for by the menu's person item, as their own words. */
const PERSON_WORDS: Readonly<Record<string, string>> = { en: 'Talk to a person', 'zh-CN': '转人工' }

export function systemNote(code: NoteCode, locale: string): NoteContent {
  const words = NOTES[matchLocale([locale], Object.keys(NOTES), 'en')]
  return { kind: 'note', code, text: words?.[code] ?? code }
}

/** The label of the menu item that asks for a person, in the nearest language there is. */
export function personLabel(locale: string): string {
  return PERSON_WORDS[matchLocale([locale], Object.keys(PERSON_WORDS), 'en')] ?? 'Talk to a person'
}

/** Whether these words are that label, in any of its languages: how a buyer asks for a person where there is no menu (STA-02). */
export function isPersonLabel(text: string): boolean {
  const words = normaliseQuestion(text)
  return Object.values(PERSON_WORDS).some((label) => normaliseQuestion(label) === words)
}
