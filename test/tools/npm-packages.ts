import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runNpm } from './run-npm.ts'

/** The packages of a lockfile that only tests need, kept out of the project's own. */
export interface NpmPackages {
  /** True once they are installed as the lockfile reads today. */
  readonly installed: () => boolean
  /** Installs them. Throws npm's own error when it cannot. */
  readonly install: () => void
  /** Where a package lies once it is installed. */
  readonly folderOf: (name: string) => string
}

export function npmPackages(folder: string): NpmPackages {
  const stamp = join(folder, 'node_modules', '.installed-from')
  const lockfile = () => readFileSync(join(folder, 'package-lock.json'), 'utf8')
  return {
    installed: () => existsSync(stamp) && readFileSync(stamp, 'utf8') === lockfile(),
    install: () => {
      runNpm(['ci'], folder)
      writeFileSync(stamp, lockfile())
    },
    folderOf: (name) => join(folder, 'node_modules', name),
  }
}
