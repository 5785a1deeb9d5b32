// Writes what the protocol's sources say of their shapes for the documents that the server gives.
import { writeFileSync } from 'node:fs'
import { saidOfShapes } from './said-of-shapes.ts'

const TARGET = new URL('../../server/src/http/api-document/said-of-shapes.json', import.meta.url)
writeFileSync(TARGET, `${JSON.stringify(saidOfShapes(), null, 2)}\n`)
