import type { Variable } from '../flow/variable.ts'
import { fillVariables } from '../text/fill-variables.ts'
import { textOf, type Program } from './program.ts'
import type { LabelOf } from './read-answer.ts'
import type { Session } from './session.ts'

/** The variable the open question asks for, if it is the one in the message numbered `seq`. */
export function openVariable(program: Program, session: Session, seq: number): Variable | undefined {
  const name = session.open?.seq === seq ? openVariableName(program, session) : undefined
  return name === undefined ? undefined : program.document.variables[name]
}

export function openVariableName({ document }: Program, { open }: Session): string | undefined {
  const block = open ? document.blocks[open.block] : undefined
  return block && 'variable' in block ? block.variable : undefined
}

/** The labels of the open question's options, in the session's locale. */
export function labelsOf(program: Program, { open, locale }: Session): LabelOf {
  return labelsOfBlock(program, open?.block ?? '', locale)
}

export function labelsOfBlock(program: Program, block: string, locale: string): LabelOf {
  return (option) => fillVariables(textOf(program, locale, `${block}.${option}.label`), NOTHING) || option
}

/** Labels are compared with what buyers say, so they are the same for all of them. */
const NOTHING = (): undefined => undefined
