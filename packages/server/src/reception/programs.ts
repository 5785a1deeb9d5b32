import { compileFlow, type ExtensionSet, parseFlow, type FlowDocument, type Program } from '@shopbell/engine'
import type { Database } from '../store/database.ts'
import { versionByNumber } from '../store/flow-versions.ts'
import { runAsJournal } from '../store/run-as.ts'
import { createRecentMap } from './recent-map.ts'

/** Compiled flows. A published version never changes, so a compiled one is never stale. */
export interface Programs {
  /** The program of a published version; null: the store never published, and its robot does nothing but fetch a person. */
  readonly of: (storeId: number, version: number | null) => Promise<Program>
}

/** About 28 KB each. */
const MAX_COMPILED = 1_000

const NOTHING_PUBLISHED: FlowDocument = {
  format: 1,
  id: 'nothing-published',
  name: 'Nothing published',
  defaultLocale: 'en',
  variables: {},
  entries: {},
  blocks: {},
  texts: {},
  layout: {},
}

export function createPrograms(database: Database, extensions?: ExtensionSet): Programs {
  const compiled = createRecentMap<string, Promise<Program>>(MAX_COMPILED)
  const empty = compileFlow(NOTHING_PUBLISHED)

  async function compile(storeId: number, version: number): Promise<Program> {
    const row = await runAsJournal(database, (tx) => versionByNumber(tx, storeId, version))
    if (row === null) throw new Error(`Store ${String(storeId)} has no flow version ${String(version)}.`)
    const flow = parseFlow(row.document)
    if (!flow.ok)
      throw new Error(`Flow version ${String(version)} of store ${String(storeId)} is unreadable.`)
    return compileFlow(flow.document, version, extensions)
  }

  return {
    of: (storeId, version) => {
      if (version === null || version === 0) return Promise.resolve(empty)
      const key = `${String(storeId)}.${String(version)}`
      const known = compiled.get(key)
      if (known !== undefined) return known
      const program = compile(storeId, version)
      compiled.set(key, program)
      program.catch(() => {
        compiled.delete(key)
      })
      return program
    },
  }
}
