import type { Problem } from '@shopbell/client'
import { CommandFailure } from '../command-failure.ts'
import { EXIT } from '../exit-code.ts'
import type { Finding } from '../flow-file/finding.ts'

/** The server refused; `problems` are the flow's, where that is why. */
export class Refusal extends CommandFailure {
  readonly problems: readonly Finding[]

  constructor({ code, detail, problems = [], requestId }: Problem) {
    const request = requestId === undefined ? '' : ` (request ${requestId})`
    super(
      problems.length > 0 ? EXIT.PROBLEMS : EXIT.REFUSED,
      `The server refused (${code}): ${detail}${request}`,
    )
    this.name = 'Refusal'
    this.problems = problems
  }
}
