import type { Finding } from '../report/finding.ts'
import type { Stage } from '../stage/open-stage.ts'

/** One question the bench answers, by itself. */
export interface Measure {
  /** For `--only`. */
  readonly name: string
  readonly run: (stage: Stage) => Promise<Finding>
}
