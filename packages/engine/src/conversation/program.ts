import type { AnyStateMachine } from 'xstate'
import { kindOf } from '../blocks/registry.ts'
import { hashOf } from '../document/canonical-flow.ts'
import type { FlowDocument } from '../document/flow-document.ts'
import type { FaqList, ListedQuestion } from '../flow/faq-list.ts'
import { implementations } from './implementations.ts'
import { toMachineConfig, type JsonMachineConfig } from './machine-config.ts'

/** A compiled flow: what `step` runs. Immutable; cache it by version, never one per session (about 30 KB each). */
export interface Program {
  /** The number of the published version; 0 for a draft or a file. */
  readonly flowVersion: number
  readonly document: FlowDocument
  readonly locales: readonly string[]
  readonly machine: AnyStateMachine
  readonly config: JsonMachineConfig
  readonly list: FaqList | null
  /** Variable to the block that asks for it, for summaries. */
  readonly askers: ReadonlyMap<string, string>
}

/** Compiles a document. Any document of the right shape compiles, drafts with problems too; it then waits where a link is missing. */
export function compileFlow(document: FlowDocument, flowVersion = 0): Program {
  const config = toMachineConfig(document)
  return {
    flowVersion,
    document,
    locales: Object.keys(document.texts),
    // The config is JSON with names that `implementations` holds; xstate can only check literals.
    machine: implementations.createMachine(config as Parameters<typeof implementations.createMachine>[0]),
    config,
    list: faqListOf(document, flowVersion),
    askers: new Map(
      Object.entries(document.blocks).flatMap(([id, block]) =>
        'variable' in block ? [[block.variable, id] as const] : [],
      ),
    ),
  }
}

/** The FAQ list of a document's reception: its first list block; null without one (flow-format rule 4). */
export function faqListOf(document: FlowDocument, flowVersion: number): FaqList | null {
  const found = Object.entries(document.blocks).find(([, block]) => kindOf(block).step === 'faq_list')
  if (!found) return null
  const [id, block] = found
  if (!('questions' in block)) return null
  const words = (question: string, part: string): Record<string, string> =>
    Object.fromEntries(
      Object.entries(document.texts).flatMap(([locale, texts]) => {
        const text = texts[`${id}.${question}.${part}`]
        return text === undefined || text.trim() === '' ? [] : [[locale, text]]
      }),
    )
  const questions: readonly ListedQuestion[] = block.questions.map(({ id: question, enabled }) => ({
    id: question,
    enabled,
    question: words(question, 'question'),
    answer: words(question, 'answer'),
  }))
  const shown = questions
    .filter(({ enabled }) => enabled)
    .map(({ id: question, question: text }) => [question, text])
  return {
    flowVersion,
    version: hashOf(shown).slice(0, 32),
    block: id,
    defaultLocale: document.defaultLocale,
    questions,
  }
}

/** A text in a locale, else in the default language, else nothing (each missing text falls back on its own). */
export function textOf({ document }: Program, locale: string, key: string): string {
  const { texts, defaultLocale } = document
  const own = texts[locale]?.[key]
  return own !== undefined && own.trim() !== '' ? own : (texts[defaultLocale]?.[key] ?? '')
}
