// Writes the JSON Schema of the flow document from the code that checks it.
import { mkdirSync, writeFileSync } from 'node:fs'
import { FLOW_SCHEMA } from '../src/document/flow-schema.ts'

const folder = new URL('../schema/', import.meta.url)
mkdirSync(folder, { recursive: true })
writeFileSync(new URL('flow-1.schema.json', folder), `${JSON.stringify(FLOW_SCHEMA, null, 2)}\n`)
