import { extname } from 'node:path'
import { expect, test } from 'vitest'
import { filesBelow, read } from './repository-files.ts'

const BINARY = new Set(['.png', '.jpg', '.jpeg', '.webp', '.ico', '.woff2', '.gif'])
const written = filesBelow().filter((path) => !BINARY.has(extname(path)))

/** What must not be in the repository, and why; spelt so that this file does not contain it. */
const TRACES: readonly (readonly [string, RegExp])[] = [
  ['a path of the machine it was written on', /(?<![\w.])\/(work|home|Users|root)\/[\w-]/],
  ['an address of a package registry', /registry\.(npmjs|yarnpkg|npmmirror)\.|npm\.pkg\.github/],
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  [
    'a token of a known kind',
    /\b(ghp_[A-Za-z0-9]{36}|npm_[A-Za-z0-9]{36}|xox[bp]-[0-9A-Za-z-]{20,}|AKIA[0-9A-Z]{16})\b/,
  ],
  [
    'a password in an address',
    /\b[a-z]+:\/\/[^\s:/@'"`$]+:[^\s:/@'"`$…]{3,}@(?!(localhost|127\.0\.0\.1|host|db|example)\b)/,
  ],
  ['the mark of an unfinished merge', /^(<{7}|>{7}) /m],
]

test.for(TRACES)('no file contains %s', ([, trace]) => {
  const found = written.flatMap((path) => {
    const match = trace.exec(read(path))
    return match === null ? [] : [`${path}: ${match[0]}`]
  })
  expect(found).toEqual([])
})

test('nothing is left for later', () => {
  const later = new RegExp(`\\b(${['TO', 'FIX', 'X'].map((a, n) => a + ['DO', 'ME', 'XX'][n]).join('|')})\\b`)
  const skipped = new RegExp(`\\b(test|it|describe)\\.(${['skip', 'only', 'todo'].join('|')})\\b`)
  const code = written.filter((path) => ['.ts', '.js', '.mjs', '.svelte'].includes(extname(path)))
  expect(code.filter((path) => later.test(read(path)) || skipped.test(read(path)))).toEqual([])
})
