import { type ExtensionSet, profileById, PROFILES, validateFlow } from '@shopbell/engine'
import { Option, type Command } from 'commander'
import { CommandFailure } from '../command-failure.ts'
import { EXIT } from '../exit-code.ts'
import { extensionOption, extensionsNamed } from '../flow-file/extensions-option.ts'
import { readFlowFile } from '../flow-file/read-flow-file.ts'
import {
  countProblems,
  hasErrors,
  placeProblems,
  tellProblem,
  type PlacedProblem,
} from '../flow-file/tell-problems.ts'

interface Options {
  readonly profile: string
  readonly json?: true
  readonly extension: readonly string[]
}

/** The rule book of a new store (PRF-04). */
const USUAL_PROFILE = 'marketplace'

/** `shopbell validate <files…>`: every problem of every file with its place. Warnings alone are no failure. */
export function addValidate(program: Command): void {
  program
    .command('validate')
    .description('Check flow files and list all their problems.')
    .argument('<files...>', 'flow files')
    .addOption(
      new Option('--profile <id>', 'rule book whose limits count')
        .choices(Object.keys(PROFILES))
        .default(USUAL_PROFILE),
    )
    .addOption(extensionOption())
    .option('--json', 'print the problems as JSON')
    .action(validate)
}

async function validate(paths: readonly string[], { profile, json, extension }: Options): Promise<void> {
  const extensions = await extensionsNamed(extension)
  const results: { file: string; problems: readonly PlacedProblem[] }[] = []
  const unreadable: string[] = []
  for (const path of paths) {
    try {
      results.push({ file: path, problems: await problemsOf(path, profile, extensions) })
    } catch (error) {
      // The other files are still checked; the exit code tells that one was not.
      if (!(error instanceof CommandFailure)) throw error
      unreadable.push(error.message)
    }
  }
  console.log(json ? JSON.stringify(results, null, 2) : tellResults(results))
  if (unreadable.length > 0) throw new CommandFailure(EXIT.USAGE, unreadable.join('\nshopbell: USAGE: '))
  if (results.some(({ problems }) => hasErrors(problems))) process.exitCode = EXIT.PROBLEMS
}

async function problemsOf(
  path: string,
  profileId: string,
  extensions: ExtensionSet,
): Promise<readonly PlacedProblem[]> {
  const profile = profileById(profileId)
  if (!profile) throw new CommandFailure(EXIT.USAGE, `There is no rule book “${profileId}”.`)
  const { source, document, problems } = await readFlowFile(path)
  return placeProblems(source, document ? validateFlow(document, profile, extensions) : problems)
}

function tellResults(results: readonly { file: string; problems: readonly PlacedProblem[] }[]): string {
  return results
    .flatMap(({ file, problems }) => [
      ...problems.map((problem) => tellProblem(file, problem)),
      `${file}: ${countProblems(problems)}`,
    ])
    .join('\n')
}
