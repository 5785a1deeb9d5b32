// Writes the table of fields in docs/flow-format.md from the schema of the flow document.
import { readFileSync, writeFileSync } from 'node:fs'
import { flowFieldsTable } from './flow-fields.ts'

const page = new URL('../../../docs/flow-format.md', import.meta.url)
const text = readFileSync(page, 'utf8')
writeFileSync(page, text.replace(/(?<=\n## Fields of blocks\n\n[^|]*)\|[\s\S]*?(?=\n\n)/, flowFieldsTable()))
