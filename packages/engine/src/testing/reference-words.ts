import type { FlowDocument } from '../document/flow-document.ts'
import { normaliseQuestion } from '../text/normalise-question.ts'
import { isOn } from './reference-path.ts'

/** The question of a document is on, in a list that is on. */
export function isListed({ blocks }: FlowDocument, id: string): boolean {
  return Object.values(blocks).some(
    (block) =>
      'questions' in block &&
      isOn(block) &&
      block.questions.some((question) => question.id === id && question.enabled),
  )
}

/** The listed question that words equal, in the buyer's language first; the model knows flows with one list. */
export function questionLike(document: FlowDocument, locale: string, words: string): string | null {
  const said = normaliseQuestion(words)
  const list = Object.entries(document.blocks).find(([, block]) => block.kind === 'faq')
  const [block, faq] = list ?? []
  if (said === '' || !faq || !('questions' in faq)) return null
  for (const language of [locale, ...Object.keys(document.texts)]) {
    const sayings = document.texts[language] ?? {}
    const found = faq.questions.find(
      ({ id }) =>
        isListed(document, id) && normaliseQuestion(sayings[`${block}.${id}.question`] ?? '') === said,
    )
    if (found) return found.id
  }
  return null
}

const ROBOTS =
  /^(welcome|recommendation|faq_list|faq_answer|smart_question|reminder|flow_message|closing|product_card_reply|order_card_list|order_card_answer|self_menu_reply) /

const STATUS = /^(status_first|status_busy|status_closing|away)$/

/** A line of the model that stands for a message of the robot. */
export function isRobots(line: string): boolean {
  return ROBOTS.test(line) || STATUS.test(line)
}

/** A word that counts for the robot's hour: what the menu gives is asked for by a tap. */
export function isCounted(line: string): boolean {
  return isRobots(line) && !line.startsWith('self_menu_reply ')
}

/** Contact details by which a person can be reached: an address that is one, or a number. */
export function canBeReached({
  email,
  phone,
}: {
  readonly email?: string
  readonly phone?: string
}): boolean {
  return email === undefined ? phone !== undefined : email.split('@').length === 2
}
