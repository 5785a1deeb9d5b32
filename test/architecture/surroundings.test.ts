import { expect, test } from 'vitest'
import { importsOf } from './imports-of.ts'
import { codeBelow, isTest, packageFolders } from './repository-files.ts'
import { wordsOf } from './words-of.ts'

/** What would make an answer of the engine depend on anything but its arguments. */
const SURROUNDINGS: Readonly<Record<string, readonly string[]>> = {
  'no clock': ['Date.now', 'new Date()', 'Date()', 'performance', 'Temporal.Now'],
  'no timer': ['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'requestAnimationFrame'],
  'no chance': ['Math.random', 'crypto', 'randomUUID', 'getRandomValues'],
  'no network': ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'],
  'no process or global object': ['process', 'globalThis', 'require', 'Deno', 'Bun', 'Worker'],
  'no locale or zone of the machine': [
    'toLocaleString()',
    'toLocaleDateString()',
    'toLocaleTimeString()',
    'toLocaleLowerCase()',
    'toLocaleUpperCase()',
    'navigator',
    'getTimezoneOffset',
    'DateTimeFormat()',
    'NumberFormat()',
    'Collator()',
  ],
}

const engine = codeBelow('packages/engine/src').filter((path) => !isTest(path))

test.for(Object.entries(SURROUNDINGS))('the engine reads %s', ([, words]) => {
  const found = engine.flatMap((path) => {
    const { names } = wordsOf(path)
    return words.filter((word) => names.has(word)).map((word) => `${path} says ${word}`)
  })
  expect(found).toEqual([])
})

test('the engine reads no disk and no other module of Node', () => {
  const found = engine.filter((path) =>
    importsOf(path).some(({ specifier }) => specifier.startsWith('node:')),
  )
  expect(found).toEqual([])
})

/** Entry points: they read the process once and hand on what they read. */
const ENTRY_POINTS = ['packages/server/src/main.ts', 'packages/cli/']

test('only the entry points touch the process', () => {
  const touching = packageFolders()
    .flatMap((name) => codeBelow(`packages/${name}/src`))
    .filter((path) => !isTest(path))
    .filter(
      (path) =>
        wordsOf(path).names.has('process') ||
        importsOf(path).some(({ specifier }) => /^(node:)?process$/.test(specifier)),
    )
  expect(touching.filter((path) => !ENTRY_POINTS.some((entry) => path.startsWith(entry)))).toEqual([])
})
