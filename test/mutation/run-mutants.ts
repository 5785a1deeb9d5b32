import { join } from 'node:path'
import { startVitest, type TestModule } from 'vitest/node'
import { functionOf, mutateSource, type Mutation } from './mutate-source.ts'

/** What a rule's own table said of one mutation of it. */
export interface Finding {
  readonly rule: string
  readonly mutation: Mutation
  /** The table fits: green for the rule as it is, red for a changed one. */
  readonly fits: boolean
  readonly tests: number
  readonly failed: number
}

const EACH: readonly Mutation[] = ['untouched', 'inverted', 'stuck']

/**
 * Runs the table test of each rule in `folder` (`<rule>.ts`, `<rule>.test.ts`) once as it is and once for each way to change the
 * rule's verdicts, and tells which tables saw it. One process, a project of its own for each of them, one rule changed at a time.
 */
export async function runMutants(folder: string, rules: readonly string[]): Promise<readonly Finding[]> {
  const mutants = rules.flatMap((rule) => EACH.map((mutation) => ({ rule, mutation })))
  const vitest = await startVitest('test', [], {
    config: false,
    watch: false,
    passWithNoTests: true,
    // A changed rule must never be taken from, or kept for, another run.
    fsModuleCache: false,
    reporters: [{}],
    pool: 'threads',
    maxWorkers: 2,
    projects: mutants.map(({ rule, mutation }) => ({
      resolve: { conditions: ['shopbell-source'] },
      ssr: { resolve: { conditions: ['shopbell-source'] } },
      plugins: [
        {
          name: 'change-a-rule',
          enforce: 'pre' as const,
          transform: (source: string, id: string) =>
            id === join(folder, `${rule}.ts`) ? mutateSource(source, functionOf(rule), mutation) : undefined,
        },
      ],
      test: {
        name: `${rule} ${mutation}`,
        root: folder,
        include: [`${rule}.test.ts`],
        execArgv: ['--conditions=shopbell-source'],
      },
    })),
  })
  const modules = vitest.state.getTestModules()
  await vitest.close()
  return mutants.map(({ rule, mutation }) => {
    const module = modules.find(({ project }) => project.name === `${rule} ${mutation}`)
    return { rule, mutation, ...judge(mutation, module) }
  })
}

/** A file that does not even load is no proof: only a test that ran and failed has seen the change. */
function judge(
  mutation: Mutation,
  module: TestModule | undefined,
): Pick<Finding, 'fits' | 'tests' | 'failed'> {
  const tests = [...(module?.children.allTests() ?? [])]
  const failed = tests.filter((test) => test.result().state === 'failed').length
  const ran = tests.length > 0 && module?.errors().length === 0
  return { fits: ran && (mutation === 'untouched' ? failed === 0 : failed > 0), tests: tests.length, failed }
}
