import type { FlowDocument } from '@shopbell/engine'

/** What a seller does to one common question before publishing. */
export type QuestionChange = { readonly enabled: boolean } | { readonly answer: string }

/** The document with the question of that label changed; the answer in the language of the label. Null: no question is called so. */
export function changeQuestion(
  document: FlowDocument,
  label: string,
  change: QuestionChange,
): FlowDocument | null {
  for (const [locale, texts] of Object.entries(document.texts)) {
    const key = Object.keys(texts).find((name) => name.endsWith('.question') && texts[name] === label)
    if (key === undefined) continue
    if ('enabled' in change) return switched(document, key, change.enabled)
    const answer = { ...texts, [key.replace(/question$/, 'answer')]: change.answer }
    return { ...document, texts: { ...document.texts, [locale]: answer } }
  }
  return null
}

function switched(document: FlowDocument, key: string, enabled: boolean): FlowDocument {
  const [list = '', id] = key.split('.')
  const block = document.blocks[list]
  if (block?.kind !== 'faq') return document
  const questions = block.questions.map((question) =>
    question.id === id ? { ...question, enabled } : question,
  )
  return { ...document, blocks: { ...document.blocks, [list]: { ...block, questions } } }
}
