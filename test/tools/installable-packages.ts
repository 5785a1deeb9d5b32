import { execFileSync } from 'node:child_process'
import { findExecutable } from './find-executable.ts'
import { npmPackages } from './npm-packages.ts'

/** The packages of the test-only lockfile beside this file. */
export const {
  installed: npmPackagesInstalled,
  install: installNpmPackages,
  folderOf: npmPackageFolder,
} = npmPackages(import.meta.dirname)

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
