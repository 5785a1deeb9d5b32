import { existsSync } from 'node:fs'
import { type Offer, chooseSource } from './choose-source.ts'
import { findExecutable, isExecutable } from './find-executable.ts'
import { ignoresInstalledTools } from './ignores-installed-tools.ts'
import { canInstallDebianPackages, npmPackagesInstalled } from './installable-packages.ts'
import { type ChromiumBinary, unpackedChromium } from './unpacked-chromium.ts'

const VARIABLE = 'CHROMIUM_PATH'
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const APPLICATIONS = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** What this machine offers; see `chooseSource` for the order. */
export function chromiumOffer(): Offer<ChromiumBinary> {
  const value = process.env[VARIABLE] ?? ''
  return {
    named:
      value === '' ? null : { variable: VARIABLE, value, tool: isExecutable(value) ? plain(value) : null },
    existing: ignoresInstalledTools() ? [] : installed(),
    npm: npmOffer(),
    debian: canInstallDebianPackages(),
  }
}

/** The Chromium for tests. Throws a sentence that says what to do when nobody provided one yet. */
export function findChromium(): ChromiumBinary {
  const source = chooseSource(chromiumOffer())
  if ('use' in source) return source.use
  throw new Error('The tests need a Chromium and none is there yet. Run: node scripts/bootstrap.mjs --test')
}

function installed(): readonly ChromiumBinary[] {
  const onPath = findExecutable(NAMES)
  return [...(onPath === null ? [] : [onPath]), ...APPLICATIONS.filter((path) => existsSync(path))].map(plain)
}

function npmOffer(): Offer<ChromiumBinary>['npm'] {
  // The package holds one binary, for Linux on x64.
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'unusable'
  return (npmPackagesInstalled() ? unpackedChromium() : null) ?? 'installable'
}

function plain(path: string): ChromiumBinary {
  return { path, env: {} }
}
