import type { FormField, MessageKind } from '@shopbell/protocol'
import type { PlayedMessage } from '../simulate/play-conversation.ts'

/** Who speaks in a conversation script, by what a message is for; whatever is not named here is simply said. */
const SPEAKERS: Partial<Readonly<Record<MessageKind, string>>> = {
  opening: 'Robot greets',
  welcome: 'Robot greets',
  recommendation: 'Robot shows',
  faq_list: 'Robot offers',
  faq_answer: 'Robot answers',
  smart_question: 'Robot asks',
  reminder: 'Robot reminds',
  smart_closing: 'Robot closes with',
  transfer_notice: 'Robot hands over with',
}

/** Ends of lines to some programs, which no line of a script can hold. */
const NO_LINE = /[\r\u2028\u2029]/g

/**
 * A message as a sentence of a conversation script (docs/conversation-scripts.md). Its text goes only so far as `unknown`, which stands
 * for what the flow does not know; from there on, and where no options are to be named, the script takes any rest.
 */
export function tellInScript({ author, kind, content }: PlayedMessage, unknown: string): string {
  const speaker = author === 'system' ? 'System' : (SPEAKERS[kind] ?? 'Robot says')
  const [known = '', ...rest] = ('text' in content ? (content.text ?? '') : '')
    .replaceAll(NO_LINE, unknown)
    .split(unknown)
  const isWhole = content.kind === 'text' || content.kind === 'note' || content.kind === 'choices'
  const told =
    rest.length > 0 || !isWhole ? `${known.trimEnd()} …` : `${known.trimEnd()}${bracketsOf(content)}`
  return `${speaker}: ${indented(told.trim())}`
}

function bracketsOf(content: PlayedMessage['content']): string {
  return content.kind === 'choices' ? ` [${labelsOf(content.options)}]` : ''
}

function labelsOf(options: NonNullable<FormField['options']>): string {
  return options.map(({ label }) => label).join(' | ')
}

/** What goes on in a script is indented; an empty line between two of those stays one. */
function indented(text: string): string {
  return text
    .split('\n')
    .map((line, at) => (at === 0 || line.trim() === '' ? line.trim() : `  ${line.trim()}`))
    .join('\n')
}
