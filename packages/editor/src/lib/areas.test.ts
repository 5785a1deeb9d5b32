/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** What every area shares; the rest below lib/ are areas, which only routes put together. */
const SHARED = ['ui', 'api', 'i18n', 'live']
/** Which shared room may import which. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  i18n: ['ui'],
  api: [],
  ui: ['i18n'],
  live: ['api'],
}

const lib = new URL('.', import.meta.url)
const rooms = readdirSync(lib, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

function importedRooms(room: string): string[] {
  const sources = readdirSync(new URL(`${room}/`, lib), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(svelte|ts)$/.test(path))
    .map((path) => readFileSync(new URL(`${room}/${path}`, lib), 'utf8'))
  const found = sources.flatMap((source) =>
    [...source.matchAll(/from '(?:#lib|\.\.)\/([a-z0-9-]+)\//g)].map(([, name]) => name ?? ''),
  )
  return [...new Set(found)].filter((name) => name !== room)
}

test.for(rooms)('%s imports what it may', (room) => {
  const allowed = SHARED.includes(room) ? (MAY_IMPORT[room] ?? []) : SHARED
  expect(importedRooms(room).filter((name) => !allowed.includes(name))).toEqual([])
})
