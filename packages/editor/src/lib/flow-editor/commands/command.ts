import type { FlowDocument, FlowOperation } from '@shopbell/engine'

/** A command's name in the catalogue (`command.<name>`), with what it names: "Undone: switch on Your logo?". */
export interface CommandName {
  readonly key: CommandKey
  readonly subject?: string
}

export type CommandKey =
  | 'addBlock'
  | 'deleteBlocks'
  | 'moveBlocks'
  | 'arrange'
  | 'tidy'
  | 'addNote'
  | 'writeNote'
  | 'paste'
  | 'duplicate'
  | 'renameBlock'
  | 'connect'
  | 'disconnect'
  | 'setField'
  | 'setText'
  | 'switchBlock'
  | 'addQuestion'
  | 'deleteQuestion'
  | 'moveQuestion'
  | 'switchQuestion'
  | 'swapQuestions'
  | 'addItem'
  | 'deleteItem'
  | 'moveItem'
  | 'setVariable'
  | 'addLocale'
  | 'deleteLocale'
  | 'renameFlow'
  | 'setDefaultLocale'
  | 'writeTexts'
  | 'becomeFlow'

/**
 * One change a seller makes, as operations on the document. Commands are pure: they are computed from the document as it is, and
 * whatever view made them, they end in the same operations. `merges` joins a run of commands (typing into one field) into one undo step.
 */
export interface Command {
  readonly name: CommandName
  readonly operations: readonly FlowOperation[]
  /** Blocks or fields to show after undo and redo. */
  readonly touches: readonly string[]
  readonly merges?: string
}

/** Computes a command from the document, or null when there is nothing to change. */
export type MakeCommand = (document: FlowDocument) => Command | null
