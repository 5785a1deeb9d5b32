import { readFlow, type FlowDocument } from '@shopbell/engine'
import Type, { type Static } from 'typebox'
import { Parse } from 'typebox/value'
import type { Locale } from '#lib/i18n/locale.svelte.ts'

const Words = Type.Record(Type.String(), Type.String())
const InBoth = Type.Object({ en: Type.String(), 'zh-CN': Type.String() })

/** `flows/<id>/template.json`: how a sample flow is offered, and the words that are true for any shop of its trade. */
const TemplateFile = Type.Object(
  {
    name: InBoth,
    line: InBoth,
    words: Type.Record(Type.String(), Words),
    titles: Type.Record(Type.String(), Words),
  },
  { additionalProperties: false },
)

/** A reception to begin from. Its texts have gaps where only the seller knows the words. */
export interface FlowTemplate {
  readonly id: string
  readonly name: Readonly<Record<Locale, string>>
  readonly line: Readonly<Record<Locale, string>>
  /** The languages it is written in. */
  readonly locales: readonly string[]
  /** The flow in one of them, ready to become a draft. */
  readonly flowIn: (locale: string) => FlowDocument
}

/** Puts a template together. Throws where its files do not fit: they are part of this program. */
export function flowTemplate(id: string, flow: unknown, file: unknown): FlowTemplate {
  const read = readFlow(flow)
  if (!read.ok) throw new Error(`flows/${id}/flow.json is no flow document.`)
  const { document } = read
  const { name, line, words, titles } = Parse(TemplateFile, file)
  return {
    id,
    name,
    line,
    locales: Object.keys(document.texts),
    flowIn: (locale) => ({
      ...document,
      id: 'reception',
      defaultLocale: locale,
      texts: { [locale]: { ...document.texts[locale], ...words[locale] } },
      layout: retitled(document.layout, titles[locale] ?? {}),
    }),
  }
}

function retitled(layout: FlowDocument['layout'], titles: Static<typeof Words>): FlowDocument['layout'] {
  return Object.fromEntries(
    Object.entries(layout).map(([block, place]) => {
      const title = titles[block] ?? place.title
      return [block, { ...place, ...(title === undefined ? {} : { title }) }]
    }),
  )
}
