/// <reference types="node" />
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ENGLISH } from '#lib/i18n/english.ts'
import { SHORTCUTS } from './shortcuts.ts'

test('the table of keys in docs/editor.md is the list that the editor shows', () => {
  const document = readFileSync(new URL('../../../../../../docs/editor.md', import.meta.url), 'utf8')
  const [, section = ''] = document.split('\n## Keys\n')
  const rows = section
    .split('\n## ')[0]
    ?.split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .slice(2)
    .map(([, where, keys, does]) => [where, keys, does])
  const shown = SHORTCUTS.flatMap(({ where, shortcuts }) =>
    shortcuts.map(({ keys, does }) => [ENGLISH[where], `\`${keys}\``, ENGLISH[does]]),
  )
  expect(rows).toEqual(shown)
})

test.for(SHORTCUTS)('$where names each key once', ({ shortcuts }) => {
  const keys = shortcuts.map((shortcut) => shortcut.keys)
  expect(new Set(keys).size).toBe(keys.length)
})
