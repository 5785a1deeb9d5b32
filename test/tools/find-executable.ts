import { accessSync, constants, realpathSync, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** True for a file this process may execute. */
export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/** The first of `names` found in the directories of PATH, as a real path; null when there is none. */
export function findExecutable(
  names: readonly string[],
  searchPath = process.env['PATH'] ?? '',
): string | null {
  const directories = searchPath.split(delimiter).filter((directory) => directory !== '')
  const found = names
    .flatMap((name) => directories.map((directory) => join(directory, name)))
    .find((path) => isExecutable(path))
  return found === undefined ? null : realpathSync(found)
}
