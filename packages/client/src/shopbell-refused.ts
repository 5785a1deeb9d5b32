import type { components } from './api-paths.ts'

/** What the server says when it refuses; `code` is one of docs/errors.md and never renamed. */
export type Problem = components['schemas']['HttpError']

/** The server refused. Thrown by `answerOf`. */
export class ShopbellRefused extends Error {
  readonly problem: Problem
  readonly status: number

  constructor(problem: Problem, status: number) {
    super(`${problem.code}: ${problem.detail}`)
    this.name = 'ShopbellRefused'
    this.problem = problem
    this.status = status
  }
}
