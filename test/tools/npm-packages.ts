import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

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
      const npm = process.env['npm_execpath']
      const [command, ...first] = npm === undefined ? ['npm'] : [process.execPath, npm]
      execFileSync(command ?? 'npm', [...first, 'ci', '--loglevel=error'], {
        cwd: folder,
        // Settings that npm hands to its scripts would otherwise reach the inner npm as if they were typed.
        env: Object.fromEntries(
          Object.entries(process.env).filter(([name]) => !/^npm_(?!execpath)/.test(name)),
        ),
        stdio: ['ignore', 'ignore', 'inherit'],
      })
      writeFileSync(stamp, lockfile())
    },
    folderOf: (name) => join(folder, 'node_modules', name),
  }
}
