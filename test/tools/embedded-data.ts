import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { initialiseDirectory } from '../../packages/server/src/store/pglite/initialise-directory.ts'

const LOCKFILE = new URL('../../package-lock.json', import.meta.url)

/**
 * A data directory for an embedded database that need not initialise itself: a copy of one that was, which takes a fifth of a second
 * instead of three. What happens in a truly new directory has its own tests (`test/database/store/embedded.test.ts`).
 */
export async function newEmbeddedData(prefix: string): Promise<string> {
  const template = await embeddedTemplate()
  const directory = mkdtempSync(join(tmpdir(), prefix))
  cpSync(template, join(directory, 'database'), { recursive: true })
  return directory
}

/** Made once for each version of PGlite and user, by whoever comes first; several at once each make one, and one of them stays. */
async function embeddedTemplate(): Promise<string> {
  const template = join(tmpdir(), `shopbell-test-embedded-${pgliteVersion()}-${String(userInfo().uid)}`)
  if (existsSync(template)) return template
  const made = mkdtempSync(join(tmpdir(), 'shopbell-test-template-'))
  await initialiseDirectory(join(made, 'database'))
  try {
    renameSync(join(made, 'database'), template)
  } catch (error) {
    if (!existsSync(template)) throw error
  }
  rmSync(made, { recursive: true, force: true })
  return template
}

function pgliteVersion(): string {
  const version = /"node_modules\/@electric-sql\/pglite": \{\s*"version": "([^"]+)"/.exec(
    readFileSync(LOCKFILE, 'utf8'),
  )
  if (version?.[1] === undefined) throw new Error('package-lock.json names no PGlite.')
  return version[1]
}
