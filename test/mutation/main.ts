// Changes the verdicts of each rule in turn; the rule's table test has to see it. `main.ts <folder> <rule>…` looks at other rules.
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { RULE_BOOK } from '../../packages/engine/src/rules/rule-book.ts'
import { runMutants } from './run-mutants.ts'

const [folder, ...named] = process.argv.slice(2)
const book = fileURLToPath(new URL('../../packages/engine/src/rules', import.meta.url))
const startedAt = performance.now()
const findings = await runMutants(
  folder === undefined ? book : resolve(folder),
  folder === undefined ? Object.keys(RULE_BOOK) : named,
)

const blind = findings.filter(({ fits }) => !fits)
for (const { rule, mutation, tests, failed } of blind)
  console.log(`✗ ${rule}, ${mutation}: ${failed} of ${tests} tests failed`)
const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
const rules = new Set(findings.map(({ rule }) => rule)).size
console.log(
  `${findings.length - blind.length} of ${findings.length} runs of ${rules} rules as they must be, ${seconds} s`,
)
process.exitCode = blind.length === 0 && findings.length > 0 ? 0 : 1
