import { TOKEN_SCOPES } from '@shopbell/protocol'
import { expect, test } from 'vitest'
import { presetOf, scopesOf, TOKEN_PRESETS } from './token-presets.ts'

test.for(TOKEN_PRESETS.filter((preset) => preset !== 'own'))('%s is known by its scopes again', (preset) => {
  const scopes = scopesOf(preset, [])
  expect(scopes.length).toBeGreaterThan(0)
  expect(presetOf([...scopes].reverse())).toBe(preset)
  expect(presetOf(scopes.slice(1))).toBe('own')
})

test('one’s own choice stays when nothing else is chosen', () => {
  expect(scopesOf('own', ['flow:read'])).toEqual(['flow:read'])
  expect(presetOf([])).toBe('own')
})

test('“Read only” changes, sends and hands out nothing', () => {
  const writing = TOKEN_SCOPES.filter((scope) => /:(write|publish|erase|export)$/.test(scope))
  expect(scopesOf('read', []).filter((scope) => writing.includes(scope))).toEqual([])
  expect(scopesOf('read', []).length + writing.length).toBe(TOKEN_SCOPES.length)
})
