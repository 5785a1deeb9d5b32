import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ROOT, packageFolders, read } from './repository-files.ts'

/** Folders that are made or that tools ask for: no part of the map. */
const UNMAPPED = new Set(['node_modules', 'data', 'test-results'])

const folders = readdirSync(ROOT, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !UNMAPPED.has(entry.name))
  .map(({ name }) => name)

describe('ARCHITECTURE.md', () => {
  const text = read('ARCHITECTURE.md')

  test.for(folders)('maps the folder %s/', (folder) => {
    expect(text).toMatch(new RegExp(`(?<![\\w/-])${folder}/`))
  })

  test.for(packageFolders())('describes the package %s', (name) => {
    expect(text).toMatch(new RegExp(`(?<![\\w-])${name}(?![\\w-])`))
  })
})
