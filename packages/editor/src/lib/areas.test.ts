/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** What every area shares; the rest below lib/ are areas, which only routes put together. */
const SHARED = ['ui', 'api', 'i18n', 'live']
/** Which shared room may import which. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  i18n: ['ui'],
  api: [],
  // A form that sends knows what comes back: api imports nobody.
  ui: ['i18n', 'api'],
  live: ['api'],
}

const lib = new URL('.', import.meta.url)
const rooms = readdirSync(lib, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

function importedRooms(room: string): string[] {
  const found = readdirSync(new URL(`${room}/`, lib), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(svelte|ts)$/.test(path))
    .flatMap((path) => {
      const file = new URL(`${room}/${path}`, lib)
      const imports = readFileSync(file, 'utf8').matchAll(/from '((?:#lib|\.\.?)\/[^']+)'/g)
      return [...imports].map(([, specifier = '']) => roomOf(specifier, file))
    })
  return [...new Set(found)].filter((name) => name !== room)
}

/** The room below lib/ that an import leads to; areas have rooms of their own inside. */
function roomOf(specifier: string, file: URL): string {
  const target = specifier.startsWith('#lib/')
    ? new URL(specifier.slice('#lib/'.length), lib)
    : new URL(specifier, file)
  return target.pathname.slice(lib.pathname.length).split('/')[0] ?? ''
}

test.for(rooms)('%s imports what it may', (room) => {
  const allowed = SHARED.includes(room) ? (MAY_IMPORT[room] ?? []) : SHARED
  expect(importedRooms(room).filter((name) => !allowed.includes(name))).toEqual([])
})
