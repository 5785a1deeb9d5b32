import { PROBLEM_CATALOGUE, type ProblemCode } from './problem-catalogue.ts'

/** One finding about a document. `at` is a JSON Pointer. */
export interface Problem {
  readonly code: ProblemCode
  readonly severity: 'error' | 'warning'
  readonly at: string
  /** What is wrong and what to do, in one sentence. */
  readonly message: string
}

/** Makes a problem with the catalogue's severity. */
export function problem(code: ProblemCode, at: string, message: string): Problem {
  return { code, severity: PROBLEM_CATALOGUE[code].severity, at, message }
}

/** A JSON Pointer (RFC 6901) from its parts. */
export function pointer(...parts: readonly (string | number)[]): string {
  return parts.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

/** A draft may have problems; a published version has no errors (flow-format rule 9). */
export function isPublishable(problems: readonly Problem[]): boolean {
  return problems.every(({ severity }) => severity !== 'error')
}
