import type { AnyStateMachine } from 'xstate'
import type { FlowDocument } from '../document/flow-document.ts'
import { NO_EXTENSIONS, type ExtensionSet } from '../extension/extension-set.ts'
import { flowGraph, inFlowOrder } from '../document/graph.ts'
import type { FaqList } from '../flow/faq-list.ts'
import { firstQuestion } from './first-question.ts'
import { implementations } from './implementations.ts'
import { toMachineConfig, type JsonMachineConfig } from './machine-config.ts'
import { publishedList } from './published-list.ts'

/** A compiled flow: what `step` runs. Immutable; cache it by version, never one per session (about 30 KB each). */
export interface Program {
  /** The number of the published version; 0 for a draft or a file. */
  readonly flowVersion: number
  readonly document: FlowDocument
  readonly locales: readonly string[]
  readonly machine: AnyStateMachine
  readonly config: JsonMachineConfig
  readonly list: FaqList | null
  /** The reception has smart questions, which a product card begins too (SQ-10). */
  readonly hasQuestions: boolean
  /** Variable to the block that asks for it, in the order a buyer meets them; for summaries. */
  readonly askers: ReadonlyMap<string, string>
}

/** Compiles a document. Any document of the right shape compiles, drafts with problems too; it then waits where a link is missing. */
export function compileFlow(
  document: FlowDocument,
  flowVersion = 0,
  extensions: ExtensionSet = NO_EXTENSIONS,
): Program {
  const config = toMachineConfig(document, extensions)
  const { reception = '' } = document.entries
  const path = inFlowOrder(flowGraph(document), reception)
  return {
    flowVersion,
    document,
    // Sorted, so that an export in another key order finds the same language.
    locales: Object.keys(document.texts).sort(),
    // The config is JSON with names that `implementations` holds; xstate can only check literals.
    machine: implementations.createMachine(config as Parameters<typeof implementations.createMachine>[0]),
    config,
    list: publishedList(document, path, flowVersion),
    hasQuestions: firstQuestion(document) !== null,
    askers: askersOn(document, path),
  }
}

function askersOn({ blocks }: FlowDocument, path: readonly string[]): Program['askers'] {
  const askers = new Map<string, string>()
  for (const id of path) {
    const block = blocks[id]
    if (block && 'variable' in block && !askers.has(block.variable)) askers.set(block.variable, id)
  }
  return askers
}

/** A text in a locale, else in the default language, else nothing (each missing text falls back on its own). */
export function textOf({ document }: Program, locale: string, key: string): string {
  const { texts, defaultLocale } = document
  const own = texts[locale]?.[key]
  return own !== undefined && own.trim() !== '' ? own : (texts[defaultLocale]?.[key] ?? '')
}
