import type { Finding } from './finding.ts'
import { placeOf, type Place } from './place-of.ts'

/** A problem with its place in the file. */
export type PlacedProblem = Finding & Place

/** Adds to every problem where in the file it is. A syntax error knows its own place. */
export function placeProblems(source: string, problems: readonly Finding[]): readonly PlacedProblem[] {
  return problems.map((problem) => ({ ...problem, ...(syntaxPlace(problem) ?? placeOf(source, problem.at)) }))
}

/** One line per problem, as editors and CI logs link it: `file:line:column: severity CODE at: sentence`. */
export function tellProblem(
  path: string,
  { line, column, severity, code, at, message }: PlacedProblem,
): string {
  const where = `${path}:${String(line)}:${String(column)}`
  return `${where}: ${severity} ${code}${at === '' ? '' : ` ${at}`}: ${message}`
}

/** `2 errors, 1 warning`, or `no problems`. */
export function countProblems(problems: readonly Finding[]): string {
  const count = (severity: Finding['severity']): string => {
    const found = problems.filter((problem) => problem.severity === severity).length
    return found === 0 ? '' : `${String(found)} ${severity}${found === 1 ? '' : 's'}`
  }
  return [count('error'), count('warning')].filter(Boolean).join(', ') || 'no problems'
}

export function hasErrors(problems: readonly Finding[]): boolean {
  return problems.some(({ severity }) => severity === 'error')
}

function syntaxPlace({ code, message }: Finding): Place | null {
  if (code !== 'NOT_JSON') return null
  const [, line, column] = /line (\d+), column (\d+)/i.exec(message) ?? []
  return line && column ? { line: Number(line), column: Number(column) } : null
}
