import { isEnabled, kindOf, type Block } from '../blocks/registry.ts'
import { hashOf } from '../document/canonical-flow.ts'
import type { FlowDocument } from '../document/flow-document.ts'
import type { FaqList, ListedQuestion } from '../flow/faq-list.ts'
import { fillVariables } from '../text/fill-variables.ts'

/** Hex digits of a list version: 128 bits. */
const VERSION_LENGTH = 32

/**
 * The FAQ list of a document's reception: the first enabled list block among the blocks of its `path`; null without one
 * (flow-format rule 4). Its version changes with what a buyer sees of it: ids, order and words of the enabled questions (PUB-04).
 */
export function publishedList(
  document: FlowDocument,
  path: readonly string[],
  flowVersion: number,
): FaqList | null {
  const id = path.find((candidate) => isList(document.blocks[candidate]))
  const block = id === undefined ? undefined : document.blocks[id]
  if (id === undefined || !block || !('questions' in block)) return null
  const questions = block.questions.map(({ id: question, enabled }): ListedQuestion => ({
    id: question,
    enabled,
    question: plainWords(document, `${id}.${question}.question`),
    answer: wordsByLocale(document, `${id}.${question}.answer`),
  }))
  const shown = questions
    .filter(({ enabled }) => enabled)
    .map(({ id: question, question: words }) => [question, words])
  return {
    flowVersion,
    version: hashOf(shown).slice(0, VERSION_LENGTH),
    block: id,
    defaultLocale: document.defaultLocale,
    questions,
  }
}

function isList(block: Block | undefined): boolean {
  return block !== undefined && isEnabled(block) && kindOf(block).step === 'faq_list'
}

/** A question is compared with what buyers say, so it is the same for all of them: a variable gives way to its fallback. */
function plainWords(document: FlowDocument, key: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(wordsByLocale(document, key)).map(([locale, text]) => [
      locale,
      fillVariables(text, () => undefined),
    ]),
  )
}

function wordsByLocale({ texts }: FlowDocument, key: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([locale, byKey]) => {
      const text = byKey[key]
      return text === undefined || text.trim() === '' ? [] : [[locale, text]]
    }),
  )
}
