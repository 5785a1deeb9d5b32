import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { beforeAll, describe, expect, test } from 'vitest'

const KB = 1_024
const root = new URL('..', import.meta.url).pathname
const chunks = new Map<string, string>()

beforeAll(async () => {
  const built = await build({
    root,
    configFile: `${root}vite.config.ts`,
    logLevel: 'error',
    build: { write: false },
  })
  for (const result of [built].flat()) {
    if (!('output' in result)) continue
    for (const file of result.output) {
      if (file.type === 'chunk') chunks.set(file.name === 'v1' ? file.fileName : file.name, file.code)
    }
  }
})

describe('what a shop’s page loads', () => {
  test.for([
    ['v1.js', 1.5],
    ['mount-panel', 17.4],
    ['contact-form', 2.4],
    ['zh-cn', 1.1],
  ] as const)('%s is at most %d KB gzipped', ([name, most]) => {
    const size = gzipSync(chunks.get(name) ?? 'x'.repeat(99 * KB), { level: 9 }).length / KB
    expect(chunks.has(name)).toBe(true)
    expect(size).toBeLessThanOrEqual(most)
  })

  test('there are no other files, and the launcher runs only once whatever its address is', () => {
    expect([...chunks.keys()].sort()).toEqual(['contact-form', 'mount-panel', 'v1.js', 'zh-cn'])
    for (const code of chunks.values()) expect(code).not.toMatch(/from\s*["'`]\.\/v1/)
  })

  test('nothing in it reads HTML, runs strings, or carries the schemas', () => {
    for (const code of chunks.values()) {
      expect(code).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function/)
      expect(code).not.toMatch(/typebox|additionalProperties/i)
      expect(code).not.toMatch(/setAttribute\(["'`]style/)
    }
  })

  test('the server finds the line it writes a store’s settings into', () => {
    expect(chunks.get('v1.js')).toMatch(/^let shop={css:``};\n/)
  })

  test('its only addresses are the namespace of SVG', () => {
    const addresses = [...chunks.values()].flatMap((code) =>
      [...code.matchAll(/https?:\/\/[\w.]+/g)].map(([one]) => one),
    )
    expect(new Set(addresses)).toEqual(new Set(['http://www.w3.org']))
  })
})
