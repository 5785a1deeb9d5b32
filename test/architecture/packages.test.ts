import { builtinModules } from 'node:module'
import { describe, expect, test } from 'vitest'
import { importsOf } from './imports-of.ts'
import { codeBelow, isTest, packageFolders, read } from './repository-files.ts'

/** Which packages a package may import. The map in ARCHITECTURE.md is drawn from this. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  protocol: [],
  engine: ['protocol'],
  widget: ['protocol'],
  editor: ['engine', 'protocol', 'widget'],
  server: ['engine', 'protocol'],
  client: [],
  cli: ['client', 'engine', 'protocol', 'server'],
  'botkit-plugin': ['engine', 'protocol'],
}

/** Packages that run anywhere: no module of Node, and no foreign package but these. */
const RUNS_ANYWHERE: Readonly<Record<string, readonly string[]>> = {
  protocol: ['typebox'],
  engine: ['typebox', 'xstate', 'canonicalize', '@noble/hashes'],
  widget: [],
  client: ['openapi-fetch'],
}

const SCOPE = '@shopbell/'
const product = (name: string) => codeBelow(`packages/${name}/src`).filter((path) => !isTest(path))

/** `@noble/hashes/sha2.js` → `@noble/hashes` */
function packageOf(specifier: string): string {
  const parts = specifier.split('/')
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/')
}

describe.for(packageFolders())('package %s', (name) => {
  test('has its line in the map', () => {
    expect(Object.keys(MAY_IMPORT)).toContain(name)
  })

  test('imports only the packages below it, by their names', () => {
    const foreign = product(name).flatMap((path) =>
      importsOf(path)
        .filter(({ specifier, file }) => {
          if (specifier.startsWith(SCOPE))
            return !MAY_IMPORT[name]?.includes(packageOf(specifier).slice(SCOPE.length))
          return (
            file !== null &&
            !file.startsWith(`packages/${name}/`) &&
            !file.startsWith('packages/editor/src/lib/')
          )
        })
        .map(({ specifier }) => `${path} imports ${specifier}`),
    )
    expect(foreign).toEqual([])
  })

  test('asks for the packages it may import and no other of ours', () => {
    const { dependencies = {} } = JSON.parse(read(`packages/${name}/package.json`))
    const ours = Object.keys(dependencies).filter((dependency) => dependency.startsWith(SCOPE))
    const allowed = MAY_IMPORT[name]?.map((other) => SCOPE + other) ?? []
    expect(ours.filter((dependency) => !allowed.includes(dependency))).toEqual([])
  })
})

test.for(Object.entries(RUNS_ANYWHERE))('package %s runs anywhere', ([name, allowed]) => {
  const foreign = product(name).flatMap((path) =>
    importsOf(path)
      .filter(({ specifier }) => !specifier.startsWith('.') && !specifier.startsWith(SCOPE))
      .filter(({ specifier }) => isOfNode(specifier) || !allowed.includes(packageOf(specifier)))
      .map(({ specifier }) => `${path} imports ${specifier}`),
  )
  expect(foreign).toEqual([])
})

function isOfNode(specifier: string): boolean {
  return specifier.startsWith('node:') || builtinModules.includes(specifier)
}
