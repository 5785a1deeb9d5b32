import type { FlowDocument } from '../document/flow-document.ts'
import { NO_EXTENSIONS, type ExtensionSet } from '../extension/extension-set.ts'
import { toMachineConfig, type JsonMachineConfig } from './machine-config.ts'
import { MACHINE_ACTIONS, MACHINE_EVENTS, MACHINE_GUARDS, type Word } from './vocabulary.ts'

/** A flow as an XState v5 machine for developers: plain JSON, to run with nothing but `xstate` and own implementations of the names. */
export interface ExportedMachine {
  readonly config: JsonMachineConfig
  readonly texts: FlowDocument['texts']
  readonly variables: FlowDocument['variables']
  readonly defaultLocale: string
  readonly vocabulary: {
    readonly events: Readonly<Record<string, Word>>
    readonly guards: Readonly<Record<string, Word>>
    readonly actions: Readonly<Record<string, Word>>
  }
}

/**
 * A flow as a machine that plain XState v5 runs, with all that its host needs beside it. A draft with problems too: it waits where a
 * link is missing.
 */
export function exportMachine(
  document: FlowDocument,
  extensions: ExtensionSet = NO_EXTENSIONS,
): ExportedMachine {
  const { texts, variables, defaultLocale } = document
  return {
    config: toMachineConfig(document, extensions),
    texts,
    variables,
    defaultLocale,
    vocabulary: { events: MACHINE_EVENTS, guards: MACHINE_GUARDS, actions: MACHINE_ACTIONS },
  }
}
