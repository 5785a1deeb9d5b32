import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import {
  compileFlow,
  type Extension,
  extensionSet,
  type ExtensionSet,
  parseFlow,
  PROFILES,
  rankByInterest,
  validateFlow,
} from '@shopbell/engine'
import { expect, test } from 'vitest'

const FOLDER = new URL('../../../examples/loyalty-points/', import.meta.url)
const { extension }: { extension: Extension } = await import(fileURLToPath(new URL('extension.js', FOLDER)))
const parsed = parseFlow(readFileSync(new URL('flow.json', FOLDER), 'utf8'))

function setOf(...values: readonly unknown[]): ExtensionSet {
  const read = extensionSet(values)
  if (!read.ok) throw new Error(read.faults.join('\n'))
  return read.extensions
}

test('the sample goes together, and its flow has no problem with it and one without', () => {
  if (!parsed.ok) throw new Error('The flow cannot be read.')
  const { marketplace } = PROFILES
  expect(validateFlow(parsed.document, marketplace, setOf(extension))).toEqual([])
  // Without it nobody knows {{acme.points}} either.
  expect(new Set(validateFlow(parsed.document, marketplace).map(({ code }) => code))).toEqual(
    new Set(['EXTENSION_MISSING', 'VARIABLE_UNKNOWN']),
  )
  expect(
    compileFlow(parsed.document, 1, setOf(extension)).config.states?.['path']?.states?.['points'],
  ).toMatchObject({
    always: [{ guard: { params: { name: 'acme.points', value: 1_000 } } }, { guard: {} }, {}],
  })
})

test('a threshold that is no ten is refused in the vendor’s own words', () => {
  if (!parsed.ok) throw new Error('The flow cannot be read.')
  const { points } = parsed.document.blocks
  if (points?.kind !== 'acme/loyalty-points') throw new Error('The block is gone.')
  const blocks = { ...parsed.document.blocks, points: { ...points, fields: { threshold: 1_005 } } }
  expect(validateFlow({ ...parsed.document, blocks }, PROFILES.marketplace, setOf(extension))).toEqual([
    {
      code: 'FIELD_UNFIT',
      severity: 'error',
      at: '/blocks/points/fields/threshold',
      message: 'Points are given in tens; round this to one of them.',
    },
  ])
})

test('its order of products is its own: best sellers before pinned ones, each once', () => {
  const { rank } = setOf(extension)
  const products = [
    { ref: 'pinned', category: null, pinned: 1, sales: 1 },
    { ref: 'best', category: null, pinned: null, sales: 9 },
    { ref: 'pinned', category: null, pinned: 1, sales: 1 },
  ]
  expect(rank?.(products, [], 0).map(({ ref }) => ref)).toEqual(['best', 'pinned'])
  expect(rankByInterest(products, [], 0).map(({ ref }) => ref)).toEqual(['pinned', 'best'])
})

test('it imports nothing of ours when it runs', () => {
  for (const file of ['extension.js', 'members.js', 'rank.js']) {
    const source = readFileSync(new URL(file, FOLDER), 'utf8')
    const imported = [...source.matchAll(/from '([^']+)'/g)].map(([, name = '']) => name)
    expect(imported.filter((name) => !name.startsWith('./'))).toEqual([])
  }
})
