import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { runNpm } from '../tools/run-npm.ts'
import { publishedPackages, readManifest, ROOT } from './published-packages.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of a project, outside of the repository, that has installed all packages from their tarballs. */
    readonly freshProject: string
  }
}

interface Lockfile {
  readonly packages: Readonly<Record<string, { readonly link?: boolean }>>
}

/** Packs every package and installs the tarballs in a new project, once for all suites. */
export default function setUp(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'shopbell-fresh-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    install(folder)
  } catch (error) {
    remove()
    throw error
  }
  project.provide('freshProject', folder)
  return remove
}

function install(folder: string): void {
  const tarballs = join(folder, 'tarballs')
  mkdirSync(tarballs)
  const packed = publishedPackages().map(({ folder: name, manifest }) => {
    runNpm(['pack', '--pack-destination', tarballs], join(ROOT, 'packages', name))
    return [manifest.name, `file:tarballs/${tarballOf(manifest)}`] as const
  })
  const { devDependencies = {} } = readManifest(ROOT)
  const tools = Object.fromEntries(
    ['@types/node', 'typescript', 'vite', 'xstate'].map((name) => [name, devDependencies[name]]),
  )
  const manifest = {
    name: 'fresh-project',
    version: '1.0.0',
    private: true,
    type: 'module',
    dependencies: Object.fromEntries(packed),
    devDependencies: tools,
  }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lockfileFor(manifest)))
  cpSync(join(ROOT, 'flows/export-factory/flow.json'), join(folder, 'flow.json'))
  runNpm(['install', '--prefer-offline', '--ignore-scripts'], folder)
}

/**
 * The versions and hashes of the repository's own lockfile, so that what is tried is what was read, and so that npm asks the registry
 * for no more than `npm ci` does. npm leaves out what nobody asks for: an undeclared dependency is missing here.
 */
function lockfileFor(manifest: object): object {
  const { packages }: Lockfile = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'))
  const foreign = Object.entries(packages).filter(
    ([path, entry]) => path.startsWith('node_modules/') && entry.link !== true,
  )
  return {
    name: 'fresh-project',
    version: '1.0.0',
    lockfileVersion: 3,
    requires: true,
    packages: { '': manifest, ...Object.fromEntries(foreign) },
  }
}

/** `@shopbell/engine` 0.1.0 → `shopbell-engine-0.1.0.tgz`, as npm calls it. */
function tarballOf({ name, version }: { readonly name: string; readonly version: string }): string {
  return `${name.replace('@', '').replace('/', '-')}-${version}.tgz`
}
