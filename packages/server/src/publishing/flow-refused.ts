import type { Problem } from '@shopbell/engine'
import type { FlowProblem } from '@shopbell/protocol'
import type { Refused } from '../reception/refused.ts'

/** A flow was refused; `problems` say all that is wrong with it, each with its place. */
export interface FlowRefused extends Refused {
  readonly problems: readonly FlowProblem[]
}

/** Problems as clients get them. */
export function shownProblems(problems: readonly Problem[]): FlowProblem[] {
  return problems.map(({ code, severity, at, message }) => ({ code, severity, at, message }))
}
