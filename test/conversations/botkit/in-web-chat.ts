import { personLabel, webReply } from '@shopbell/engine'
import type { MessageContent } from '@shopbell/protocol'
import type { Act, Claim, Language, Line, Script } from '../script/script.ts'

/**
 * The same conversation as Botkit's web chat can tell it. A message has words and buttons there, but no kind: “greets” and “asks” are both
 * “says”. There are no forms: an answer is said, several parted by commas; no menu: a person is asked for in words. Cards are lines of text. Why the robot is silent is told
 * to nobody.
 */
export function inWebChat(script: Script): Script {
  return {
    ...script,
    scenes: script.scenes.map((scene) => ({
      ...scene,
      act: inWords(scene.act, script.language),
      lines: scene.lines.map((line) => ({ ...line, ...asShown(line, script.language) })),
      claims: scene.claims.map((claim) => ({ ...withoutReason(claim), line: claim.line })),
    })),
  }
}

/** How a message reads that came over the wire; a script's line is made to read the same. */
export function readsInWebChat(text: string, buttons: readonly string[]): string {
  return [text, ...(buttons.length > 0 ? [`[${buttons.join(' | ')}]`] : [])].filter(Boolean).join(' ')
}

function inWords(act: Act, language: Language): Act {
  if (act.does === 'asks for a person') return { does: 'says', text: personLabel(language) }
  return act.does === 'answers' ? { does: 'says', text: act.text.split(' | ').join(', ') } : act
}

function withoutReason(claim: Claim): Claim {
  return claim.claims === 'silence' ? { claims: 'silence' } : claim
}

function asShown({ speaker, body, openEnded }: Line, language: Language): Line {
  const shown = webReply(openEnded ? { kind: 'text', text: body } : contentOf(body, speaker, language))
  const buttons = shown?.quick_replies?.map(({ payload }) => payload) ?? []
  return { speaker: 'says', body: readsInWebChat(shown?.text ?? '', buttons), openEnded }
}

const IN_BRACKETS = /^(?:(.*?)\s*)\[([^[\]]*)\]$/s
/** A field to fill in: in a web chat, nothing to tap. */
const FIELD: Readonly<Record<Language, RegExp>> = {
  en: /^(?:number|text|date|file)(?:, |$)/,
  zh: /^(?:数字|文字|日期|文件)(?:，|$)/,
}
const SEVERAL: Readonly<Record<Language, string>> = { en: 'several: ', zh: '多选：' }

/** What a line of a script describes: text, and in square brackets what can be tapped, filled in or bought. */
function contentOf(body: string, speaker: Line['speaker'], language: Language): MessageContent {
  const [, text = '', inside] = IN_BRACKETS.exec(body) ?? []
  if (inside === undefined) return { kind: 'text', text: body }
  if (FIELD[language].test(inside)) return { kind: 'text', text }
  const labels = inside.replace(SEVERAL[language], '').split(' | ')
  if (speaker === 'shows') return { kind: 'products', text, items: labels.map(productOf) }
  return {
    kind: 'choices',
    text,
    options: labels.map((label, at) => ({ id: `option-${String(at)}`, label })),
  }
}

/** `Trail 750, US$ 3.75` */
function productOf(told: string) {
  const [title = '', price] = told.split(', ')
  return { ref: title, title, ...(price === undefined ? {} : { price }) }
}
