import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, extname, join } from 'node:path'
import ts from 'typescript'
import { describe, expect, inject, test } from 'vitest'
import { publishedPackages, readManifest, ROOT } from './published-packages.ts'

const installed = (name: string) => join(inject('freshProject'), 'node_modules', name)
/** Folders whose names are nobody’s business. */
const MACHINE = [ROOT, `${process.env['HOME'] ?? '/root'}/`]
const TEXT = new Set(['.js', '.ts', '.json', '.md', '.map', '.html', '.css', '.svg'])

function filesOf(name: string): readonly string[] {
  return readdirSync(installed(name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(installed(name).length + 1))
}

describe.for(publishedPackages())('the tarball of $manifest.name', ({ manifest: { name } }) => {
  const read = (file: string) => readFileSync(join(installed(name), file), 'utf8')

  test('says what it is: README, licence, version', () => {
    expect(filesOf(name)).toEqual(expect.arrayContaining(['README.md', 'LICENSE', 'package.json']))
    expect(read('LICENSE')).toBe(readFileSync(join(ROOT, 'LICENSE'), 'utf8'))
    expect(read('README.md').length).toBeGreaterThan(200)
  })

  test('has no tests and nothing of the machine it was made on', () => {
    const files = filesOf(name)
    expect(files.filter((file) => /\.test\.|\.spec\.|(^|\/)testing\/|tsbuildinfo|\.env/.test(file))).toEqual(
      [],
    )
    const traces = files
      .filter((file) => TEXT.has(extname(file)))
      .filter((file) => MACHINE.some((path) => read(file).includes(path)))
    expect(traces).toEqual([])
  })

  test('has every file that its package.json promises', () => {
    const { exports = {}, imports = {}, bin = {} } = readManifest(installed(name))
    const promised = [...Object.values(exports), ...Object.values(imports)].flatMap((target) =>
      typeof target === 'string' ? [target] : Object.entries(target).flatMap(forOthers),
    )
    const missing = [...promised, ...Object.values(bin)].filter(
      (path) => !existsSync(join(installed(name), path)),
    )
    expect(missing).toEqual([])
  })

  test('asks for everything its build imports, and every relative import is there', () => {
    const { dependencies = {}, peerDependencies = {}, imports = {} } = readManifest(installed(name))
    const known = new Set([
      ...Object.keys(dependencies),
      ...Object.keys(peerDependencies),
      ...Object.keys(imports),
      name,
    ])
    const wrong = filesOf(name)
      .filter((file) => /^(dist|bin)\/(?!brought-along\/).*\.(js|d\.ts)$/.test(file))
      .flatMap((file) =>
        ts.preProcessFile(read(file), true, true).importedFiles.map(({ fileName }) => ({ file, fileName })),
      )
      .filter(({ file, fileName }) =>
        fileName.startsWith('.')
          ? !existsSync(join(installed(name), dirname(file), asBuilt(file, fileName)))
          : !isOfNode(fileName) && !known.has(packageOf(fileName)),
      )
      .map(({ file, fileName }) => `${file}: ${fileName}`)
    expect(wrong).toEqual([])
  })
})

test('the pages that the server brings along import nothing that is not there', () => {
  const brought = '@shopbell/server'
  const foreign = filesOf(brought)
    .filter((file) => /^dist\/brought-along\/.*\.js$/.test(file))
    .flatMap((file) =>
      ts
        .preProcessFile(readFileSync(join(installed(brought), file), 'utf8'), true, true)
        .importedFiles.filter(({ fileName }) => !fileName.startsWith('.') && !isOfNode(fileName))
        .map(({ fileName }) => `${file}: ${fileName}`),
    )
  expect(foreign).toEqual([])
})

test('what is bundled into the console comes with its licences', () => {
  const path = 'dist/brought-along/packages/editor/build/client/console/third-party-licences.md'
  const licences = readFileSync(join(installed('@shopbell/server'), path), 'utf8')
  for (const name of ['svelte', 'bits-ui', '@xyflow/svelte', 'xstate', 'typebox'])
    expect(licences).toContain(`## ${name} `)
})

/** What an `exports` entry promises to others; the condition of our own sources is for this repository. */
function forOthers([condition, path]: readonly [string, string]): readonly string[] {
  return condition === 'shopbell-source' ? [] : [path]
}

/** Declarations name the source they were made of: `./step.ts` is `./step.d.ts` beside them. */
function asBuilt(file: string, specifier: string): string {
  return file.endsWith('.d.ts') ? specifier.replace(/(?<!\.d)\.(ts|js)$/, '.d.ts') : specifier
}

/** `@noble/hashes/sha2.js` → `@noble/hashes` */
function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

function isOfNode(specifier: string): boolean {
  return specifier.startsWith('node:') || builtinModules.includes(specifier)
}
