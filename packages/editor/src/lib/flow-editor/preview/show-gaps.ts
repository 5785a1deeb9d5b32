import { gapsOf, type FlowDocument } from '@shopbell/engine'

/** The flow with what its gaps ask for in their place: "30 % deposit" is not known yet, and reads `[your deposit]`. */
export function showGaps(document: FlowDocument): FlowDocument {
  const texts = Object.entries(document.texts).map(([locale, words]) => [
    locale,
    Object.fromEntries(Object.entries(words).map(([key, text]) => [key, shown(text)])),
  ])
  return { ...document, texts: Object.fromEntries(texts) }
}

function shown(text: string): string {
  return gapsOf(text).reduceRight(
    (words, { what, at, end }) => `${words.slice(0, at)}[${what === '' ? '…' : what}]${words.slice(end)}`,
    text,
  )
}
