import { describe, expect, test } from 'vitest'
import { packagesOf } from './locked-packages.ts'
import { read } from './repository-files.ts'

/** A version below which a package has a known hole. Of several lines of versions, each has its own floor. */
interface Floor {
  readonly package: string
  readonly floors: readonly string[]
  readonly advisory: string
}

const file: { readonly floors: readonly Floor[] } = JSON.parse(read('security/advisory-floors.json'))

/** True when `version` is at or above the floor of its own major line; lines above the highest floor are newer. */
function isSafe(version: string, floors: readonly string[]): boolean {
  const highest = floors.toSorted(compareVersions).at(-1)
  const sameMajor = floors.find((floor) => floor.split('.')[0] === version.split('.')[0])
  const floor = sameMajor ?? highest
  return floor !== undefined && compareVersions(version, floor) >= 0
}

function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) =>
    version
      .replace(/[-+].*$/, '')
      .split('.')
      .map(Number),
  )
  const at = [0, 1, 2].find((n) => left?.[n] !== right?.[n])
  return at === undefined ? 0 : (left?.[at] ?? 0) - (right?.[at] ?? 0)
}

test.for([
  ['8.21.0', ['8.21.0'], true],
  ['8.20.9', ['8.21.0'], false],
  ['9.0.0', ['8.21.0'], true],
  ['3.1.8', ['3.1.8', '4.1.5'], true],
  ['4.1.4', ['3.1.8', '4.1.5'], false],
  ['2.9.9', ['3.1.8', '4.1.5'], false],
  ['10.0.0', ['9.0.0'], true],
] as const)('%s above %s: %s', ([version, floors, safe]) => {
  expect(isSafe(version, floors)).toBe(safe)
})

describe.for(file.floors)('$package ($advisory)', ({ package: name, floors }) => {
  test('every copy is at or above its floor', () => {
    const copies = ['package-lock.json', 'test/tools/package-lock.json'].flatMap(packagesOf)
    const below = copies.filter((copy) => copy.name === name && !isSafe(copy.version, floors))
    expect(below.map(({ path, version }) => `${path}@${version}`)).toEqual([])
  })
})
