import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findExecutable } from './find-executable.ts'

const folder = import.meta.dirname
const stamp = join(folder, 'node_modules', '.installed-from')
const lockfile = () => readFileSync(join(folder, 'package-lock.json'), 'utf8')

/** True once the packages of the test-only lockfile, as it reads today, are installed. */
export function npmPackagesInstalled(): boolean {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === lockfile()
}

/** Where a package of the test-only lockfile lies once it is installed. */
export function npmPackageFolder(name: string): string {
  return join(folder, 'node_modules', name)
}

/** Installs the packages of the test-only lockfile. Throws npm's own error when it cannot. */
export function installNpmPackages(): void {
  const npm = process.env['npm_execpath']
  const [command, ...first] = npm === undefined ? ['npm'] : [process.execPath, npm]
  execFileSync(command ?? 'npm', [...first, 'ci', '--loglevel=error'], {
    cwd: folder,
    // Settings that npm hands to its scripts would otherwise reach the inner npm as if they were typed.
    env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_(?!execpath)/.test(name))),
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  writeFileSync(stamp, lockfile())
}

/** True as root on a Debian or one of its children. */
export function canInstallDebianPackages(): boolean {
  return process.getuid?.() === 0 && findExecutable(['apt-get']) !== null
}

/** Installs Debian packages without asking anything. Throws apt-get's own error when it cannot. */
export function installDebianPackages(names: readonly string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const stdio = ['ignore', 'ignore', 'inherit'] as const
  execFileSync('apt-get', ['update', '-qq'], { env, stdio: [...stdio] })
  execFileSync('apt-get', ['install', '-qq', '-y', '--no-install-recommends', ...names], {
    env,
    stdio: [...stdio],
  })
}
