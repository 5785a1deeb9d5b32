import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { publishedPackages, readManifest, ROOT } from './published-packages.ts'
import { runShopbell } from '../tools/run-shopbell.ts'

const { version } = readManifest(ROOT)
const SEMVER = /^(\d+)\.(\d+)\.(\d+)(-[\w.]+)?$/

test('all packages have one version, and ask for each other in it', () => {
  const manifests = readdirSync(join(ROOT, 'packages')).map((folder) =>
    readManifest(join(ROOT, 'packages', folder)),
  )
  expect(version).toMatch(SEMVER)
  const ours = manifests.flatMap(({ name, version: own, dependencies = {}, devDependencies = {} }) => [
    [name, own],
    ...Object.entries({ ...dependencies, ...devDependencies }).filter(([other]) =>
      other.startsWith('@shopbell/'),
    ),
  ])
  expect(ours.filter(([, own]) => own !== version)).toEqual([])
})

test('the command line says it, too', async () => {
  expect((await runShopbell(['--version'])).out.trim()).toBe(version)
})

test('the changelog has an entry for it, dates what was released, and goes from new to old', () => {
  const changelog = readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8')
  const [next, ...released] = [...changelog.matchAll(/^## (.*)\n([\s\S]*?)(?=^## |(?![\s\S]))/gm)].map(
    ([, heading = '', text = '']) => ({ heading, text }),
  )
  expect(next?.heading).toBe('[Unreleased]')
  const headings = released.map(
    ({ heading }) => /^\[(.+)\] - \d{4}-\d{2}-\d{2}$/.exec(heading)?.[1] ?? heading,
  )
  expect(headings.filter((heading) => !SEMVER.test(heading))).toEqual([])
  expect(headings).toEqual(headings.toSorted(byVersion).toReversed())
  // Either it was released, or it is what the unreleased changes are about to be.
  if (!headings.includes(version)) {
    expect(next?.text).toMatch(/^- /m)
    expect(headings.every((older) => byVersion(older, version) < 0)).toBe(true)
  }
})

describe.for(publishedPackages())('$manifest.name', ({ manifest }) => {
  test('has what npm and its readers need', () => {
    expect(manifest).toMatchObject({
      type: 'module',
      license: 'Apache-2.0',
      engines: { node: readManifest(ROOT).engines?.['node'] },
      publishConfig: { access: 'public' },
      scripts: { prepack: 'node ../../scripts/pack/prepack.mjs' },
    })
    expect(manifest.description).toMatch(/^[A-Z].{20,}/)
    expect(manifest.keywords).toContain('shopbell')
  })

  test('names its types before its code, because the first condition that fits is taken', () => {
    for (const target of Object.values(manifest.exports ?? {})) {
      if (typeof target === 'string') continue
      const conditions = Object.keys(target).filter((condition) => condition !== 'shopbell-source')
      expect([['types', 'default'], []]).toContainEqual(conditions)
    }
  })
})

function byVersion(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => (SEMVER.exec(text) ?? []).slice(1, 4).map(Number))
  for (const place of [0, 1, 2]) {
    const difference = (left?.[place] ?? 0) - (right?.[place] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
