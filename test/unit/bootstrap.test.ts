import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { buildIsFresh, rememberBuild } from '../../scripts/bootstrap/fresh-build.mjs'
import { packagesAreInstalled } from '../../scripts/bootstrap/packages-are-installed.mjs'
import { versionSuffices } from '../../scripts/bootstrap/project-node.mjs'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'shopbell-bootstrap-'))
})
afterEach(() => {
  rmSync(root, { recursive: true, force: true })
})

function write(path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), content)
}

test.for([
  ['v22.17.9', false],
  ['v22.18.0', true],
  ['v23.0.0', true],
  ['v24.21.0', true],
  ['v20.20.2', false],
] as const)('Node %s runs Shopbell: %s', ([version, runs]) => {
  expect(versionSuffices(version)).toBe(runs)
})

describe('packages are installed', () => {
  const wanted = {
    '': { name: 'shopbell' },
    'packages/engine': { version: '0.1.0' },
    'node_modules/ws': { version: '8.23.0', integrity: 'sha512-a' },
    'node_modules/other-platform': { version: '1.0.0', integrity: 'sha512-b', optional: true },
  }
  const ws = { 'node_modules/ws': wanted['node_modules/ws'] }

  test.for([
    ['when all are there, but for what other platforms need', ws, true],
    ['not when one is missing', {}, false],
    [
      'not when one has another version',
      { 'node_modules/ws': { version: '8.22.0', integrity: 'sha512-a' } },
      false,
    ],
    [
      'not when one has other contents',
      { 'node_modules/ws': { version: '8.23.0', integrity: 'sha512-c' } },
      false,
    ],
  ] as const)('%s', ([, installed, answer]) => {
    write('package-lock.json', JSON.stringify({ packages: wanted }))
    write('node_modules/.package-lock.json', JSON.stringify({ packages: installed }))
    expect(packagesAreInstalled(root)).toBe(answer)
  })

  test('not on a fresh clone', () => {
    write('package-lock.json', JSON.stringify({ packages: wanted }))
    expect(packagesAreInstalled(root)).toBe(false)
  })
})

describe('a build', () => {
  beforeEach(() => {
    write('packages/widget/src/main.ts', 'one')
    write('packages/widget/dist/v1.js', '')
    rememberBuild(root, 'widget')
  })

  test('is fresh when its sources are as they were', () => {
    expect(buildIsFresh(root, 'widget')).toBe(true)
  })

  test.for([
    ['a source changes', () => write('packages/widget/src/main.ts', 'another')],
    [
      'a source is as long as before, but newer',
      () => utimesSync(join(root, 'packages/widget/src/main.ts'), 1, 1),
    ],
    ['a source is added', () => write('packages/protocol/src/message.ts', '')],
    ['packages change', () => write('package-lock.json', '{}')],
    ['its result is gone', () => rmSync(join(root, 'packages/widget/dist'), { recursive: true })],
  ] as const)('is stale when %s', ([, change]) => {
    change()
    expect(buildIsFresh(root, 'widget')).toBe(false)
  })

  test.for([
    ['a test changes', 'packages/widget/src/main.test.ts'],
    ['another build lies beside it', 'packages/widget/dist/panel.js'],
  ] as const)('stays fresh when %s', ([, path]) => {
    write(path, 'changed')
    expect(buildIsFresh(root, 'widget')).toBe(true)
  })
})
